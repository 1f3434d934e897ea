"""Given and family names per country, common ones put together at random; no list of real people."""

GIVEN = {
    "fr": """
        Adèle Alice Amandine Anaïs Antoine Apolline Arthur Aurélie Baptiste Bastien Benoît Bérénice Capucine Céline
        Charlotte Claire Clément Coralie Damien Diane Élise Éloi Émilie Étienne Fanny Florian Gabriel Gaspard
        Guillaume Hélène Hugo Inès Jeanne Jérôme Joséphine Julien Juliette Karim Laure Léa Léo Lina Louis Louise
        Lucie Malik Manon Margaux Mathilde Maxime Nadia Nicolas Noémie Olivier Pauline Quentin Raphaël Romane Salomé
        Samir Simon Sofiane Solène Sophie Théo Thomas Valentin Victor Yasmine Zoé
    """,
    "en": """
        Abigail Adam Alex Amelia Amy Andrew Beth Brandon Caleb Charlotte Chloe Claire Connor Daniel Dylan Eleanor
        Ella Emily Ethan Evan Fiona George Grace Hannah Harriet Harry Henry Imogen Isla Jack Jasmine Joel Kate Kayla
        Laura Leah Liam Lily Logan Lucy Maya Megan Molly Naomi Nathan Oliver Owen Paige Priya Rachel Rory Ruby Ryan
        Samuel Sarah Scott Sophie Tessa Tom Zara
    """,
    "es": """
        Adrián Alba Alejandro Álvaro Ana Beatriz Carlos Carmen Clara Daniel David Diego Elena Fernando Gonzalo Inés
        Irene Iván Javier Jorge Julia Laura Lucía Manuel Marcos María Marta Miguel Nuria Pablo Paula Raúl Rocío
        Rubén Sara Sergio Sofía Teresa
    """,
    "de": """
        Anja Anna Benedikt Bernd Carla David Elisa Emil Eva Felix Finn Florian Franziska Greta Hannah Heike Henrik
        Ida Jan Jana Johanna Jonas Julia Katrin Lars Laura Lea Lena Leon Lukas Marie Markus Maren Matthias Mia Nele
        Niklas Paul Sabine Sebastian Stefan Svenja Theresa Tim Tobias Ulrike
    """,
    "it": """
        Alessia Alessandro Andrea Anna Arianna Beatrice Bianca Camilla Carlo Chiara Davide Elena Elisa Emanuele
        Federica Filippo Giacomo Gianluca Giorgia Giulia Ilaria Lorenzo Luca Marco Martina Matteo Michele Nicola
        Paola Pietro Riccardo Sara Silvia Simone Stefano Valentina
    """,
    "nl": """
        Anke Anouk Bas Bram Daan Eline Emma Esther Femke Floor Gijs Hanneke Ilse Iris Jasper Jeroen Joost Karin Koen
        Lars Lieke Lotte Maarten Marieke Mark Niels Noor Pieter Rik Roos Ruben Sanne Sjoerd Stijn Tess Thijs Tim
        Wouter
    """,
}
FAMILY = {
    "fr": """
        Arnaud Aubert Barbier Baudry Belkacem Benali Berger Bertin Besson Blanchard Bonnet Boulanger Bourdin Brunet
        Carlier Charpentier Chevalier Colin Collet Cordier Daniel Delmas Deschamps Dubois Dufour Dumas Fabre Faure
        Fleury Fontaine Fournier Garnier Gauthier Gillet Girard Guérin Hamon Humbert Jacquet Joly Lacroix Lambert
        Langlois Laurent Lebrun Leclerc Lefèvre Lemoine Leroux Maillard Marchand Marty Masson Mercier Meunier Meyer
        Moreau Morin Nguyen Noël Olivier Pasquier Perrin Picard Poirier Prévost Renard Renaud Rivière Robin Rousseau
        Roussel Roy Royer Sabatier Schmitt Tessier Texier Traoré Vasseur Vidal Vincent
    """,
    "en": """
        Adams Allen Armstrong Bailey Barker Bennett Brooks Burton Campbell Carter Chapman Clarke Coleman Cooper Cox
        Davies Dawson Dixon Edwards Ellis Fletcher Foster Gibson Graham Griffin Harper Harrison Hayes Hughes Hunt
        Jenkins Kelly Knight Lawson Lloyd Marsh Mason Matthews Miller Mitchell Morgan Murphy Murray Okafor Palmer
        Parker Patel Perry Porter Powell Price Reed Reynolds Richards Shaw Singh Spencer Stone Turner Walsh Ward
        Watson Whitfield Willis Wright Young
    """,
    "es": """
        Aguilar Alonso Blanco Cabrera Calvo Campos Castillo Castro Crespo Delgado Díaz Domínguez Fernández Ferrer
        Flores Fuentes Gallego Garrido Gil Gómez Herrera Iglesias León Lozano Marín Medina Molina Mora Moreno Muñoz
        Navarro Ortega Prieto Ramos Rey Romero Rubio Santos Serrano Soler Vega
    """,
    "de": """
        Albrecht Arnold Bauer Becker Bergmann Brandt Busch Dietrich Engel Fischer Frank Fuchs Graf Haas Hahn
        Hartmann Heinrich Herrmann Hoffmann Huber Jung Kaiser Keller Koch Kraus Krüger Kuhn Lang Lehmann Lorenz
        Maier Neumann Otto Peters Pohl Richter Roth Schäfer Schreiber Schubert Schulte Seidel Sommer Vogel Voigt
        Wagner Winkler Ziegler
    """,
    "it": """
        Amato Barbieri Basile Bellini Benedetti Bianchi Bruno Caputo Caruso Cattaneo Colombo Conte Costa De_Luca
        De_Santis Esposito Fabbri Ferrara Ferraro Fontana Galli Gatti Giordano Grassi Greco Leone Lombardi Mancini
        Marchetti Mariani Martini Messina Monti Moretti Negri Orlando Palumbo Parisi Pellegrini Ricci Rinaldi Rizzo
        Romano Russo Sala Santoro Silvestri Testa Valentini Villa
    """,
    "nl": """
        Bakker Bosman De_Boer De_Bruijn De_Graaf De_Jong De_Vries De_Wit Dekker Dijkstra Evers Hendriks Hermans
        Hoekstra Jacobs Janssen Kok Kuipers Martens Meijer Molenaar Mulder Peeters Postma Prins Sanders Schouten
        Smits Timmermans Van_den_Berg Van_Dam Van_Dijk Van_Leeuwen Veenstra Verbeek Verhoeven Vermeulen Visser Vos
        Willems Wouters
    """,
}
