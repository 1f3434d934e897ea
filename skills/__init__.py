"""One folder per thing a shopper can ask; skills import ``domain`` alone and reach the world through its ports."""
