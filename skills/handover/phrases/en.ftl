handover-taken-over = A person from the team takes over here, in this conversation.
handover-passed-on = They receive everything that was said here, so you do not have to repeat it.
handover-passed-on-with = They receive this conversation, and these
handover-row-order-id = Order
handover-row-return-id = Return
handover-row-tracking-number = Tracking number
handover-row-item = Item
