handover-taken-over = Iemand van het team neemt het hier over, in dit gesprek.
handover-passed-on = Diegene krijgt alles wat hier gezegd is; u hoeft niets te herhalen.
handover-passed-on-with = Diegene krijgt dit gesprek en deze gegevens
handover-row-order-id = Bestelling
handover-row-return-id = Retour
handover-row-tracking-number = Trackingnummer
handover-row-item = Artikel
