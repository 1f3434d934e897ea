handover-taken-over = Ein Mensch aus dem Team übernimmt hier, in dieser Unterhaltung.
handover-passed-on = Alles, was hier gesagt wurde, wird weitergegeben; Sie müssen nichts wiederholen.
handover-passed-on-with = Weitergegeben werden diese Unterhaltung und diese Angaben
handover-row-order-id = Bestellung
handover-row-return-id = Rücksendung
handover-row-tracking-number = Sendungsnummer
handover-row-item = Artikel
