"""Where an order or parcel is: state, last scan and expected day, as the carrier says them."""
