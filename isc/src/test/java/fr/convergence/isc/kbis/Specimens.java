package fr.convergence.isc.kbis;

/** Les mises en page des greffes, avec des entreprises et des personnes inventées. */
public final class Specimens {

    /** Deux colonnes, noms en capitales suivis des prénoms ; le commissaire aux comptes est une société. */
    public static final String SAS_EN_COLONNES = """
            Greffe du Tribunal de Commerce de Paris|N° de gestion 2012B01234
            1 QUAI DE LA CORSE
            75198 PARIS CEDEX 04
            Code de vérification : 7bXk2mQ9pL
            https://controle.example/verification
            Extrait Kbis
            EXTRAIT D'IMMATRICULATION PRINCIPALE AU REGISTRE DU COMMERCE ET DES SOCIETES
            à jour au 12 janvier 2026
            IDENTIFICATION DE LA PERSONNE MORALE
            Immatriculation au RCS, numéro|732 829 320 R.C.S. Paris
            Date d'immatriculation|12/03/2012
            Dénomination ou raison sociale|LOGIPRO SANTÉ
            Forme juridique|Société par actions simplifiée
            Capital social|123 456 782,00 Euros
            Adresse du siège|12 rue de la Paix
            |Bâtiment B
            |75002 Paris
            Activités principales|Édition de logiciels de santé
            Durée de la personne morale|Jusqu'au 11/03/2111
            Date de clôture de l'exercice social|31 décembre
            GESTION, DIRECTION, ADMINISTRATION, CONTROLE, ASSOCIES OU MEMBRES
            Président
            Nom, prénoms|DURAND Pierre-François, Marie
            Date et lieu de naissance|Le 04/05/1971 à Nîmes
            Nationalité|Française
            Domicile personnel|3 allée des Tilleuls 30000 Nîmes
            Directeur général
            Nom, prénoms|DE LA TOUR D'AUVERGNE Hélène
            Nom d'usage|LE GOFF
            Date et lieu de naissance|Le 01/02/1980 à Brest
            Commissaire aux comptes titulaire
            Dénomination|AUDIT ET COMPTES
            Forme juridique|Société à responsabilité limitée
            Adresse|9 rue Vide 75009 Paris
            Immatriculation au RCS, numéro|552 081 317 Paris
            RENSEIGNEMENTS RELATIFS A L'ACTIVITE ET A L'ETABLISSEMENT PRINCIPAL
            Adresse de l'établissement|40 avenue du Port 13002 Marseille
            Activité(s) exercée(s)|Édition de logiciels
            Date de commencement d'activité|01/03/2012
            Le Greffier
            FIN DE L'EXTRAIT
            """;

    /** Étiquettes et valeurs sur des lignes séparées, tout en capitales sans accents, cogérants, extrait délivré. */
    public static final String SARL_EN_LIGNES = """
            GREFFE DU TRIBUNAL DE COMMERCE DE NANTES
            EXTRAIT KBIS
            EXTRAIT DELIVRE LE : 03/02/2026
            IDENTIFICATION DE LA SOCIETE :
            N° SIREN :
            404 833 048
            DENOMINATION SOCIALE :
            OBJET CONNECTE DE L'OUEST
            FORME JURIDIQUE :
            SOCIETE A RESPONSABILITE LIMITEE
            CAPITAL :
            8 000 EUROS
            SIEGE SOCIAL :
            5 QUAI DE LA FOSSE
            44000 NANTES
            ADMINISTRATION :
            GERANTS :
            NOM, PRENOMS :
            LEFEVRE ANNE MARIE, JOSEPHE
            NE LE : 12/12/1966 A REZE
            NATIONALITE : FRANCAISE
            NOM, PRENOMS :
            DU BOIS JEAN
            NE LE : 01/01/1960 A NANTES
            R.C.S. NANTES - 03/02/2026 - 10.22.11  PAGE 1/1
            """;

    /** Société anonyme à directoire : plusieurs qualités, deux pages. */
    public static final String SA_SUR_DEUX_PAGES = """
            Tribunal de commerce de Lyon - Greffe du Tribunal de Commerce
            Extrait K bis à jour du 28 février 2026
            Registre du commerce et des sociétés
            Identité de la personne morale
            Immatriculée au R.C.S. sous le numéro : 542 065 479 RCS Lyon
            Dénomination : RHÔNE IMAGERIE MÉDICALE|Sigle : RIM
            Forme : Société anonyme à directoire et conseil de surveillance
            Siège social : 8 cours Lafayette - 69003 LYON
            Direction, administration
            Président du directoire : Mme Claire MARTIN épouse DUPONT, née le 02/03/1965 à Dijon
            Membre du directoire : M. Karim BEN SALEM
            Président du conseil de surveillance : M. Louis PETIT
            ===
            Membre du conseil de surveillance : Mme Odile GRAND
            Commissaire aux comptes titulaire : M. Paul CONTROLE
            Commissaire aux comptes suppléant : Mme Jeanne SUPPLEANTE
            Renseignements relatifs aux établissements
            Adresse de l'établissement : 8 cours Lafayette 69003 Lyon, SIRET 542 065 479 00012
            Pour extrait certifié conforme, le greffier
            """;

    /** Le président est une société, dont un représentant est nommé ; la direction vient avant l’identité. */
    public static final String PERSONNE_MORALE_PRESIDENTE = """
            Greffe du Tribunal de Commerce de Lille Métropole
            Extrait Kbis - état au 2026-03-01
            GESTION, DIRECTION, ADMINISTRATION
            Président
            Dénomination|HOLDING DU NORD
            Forme juridique|Société civile
            Immatriculation au RCS, numéro|552 081 317 Lille Métropole
            Représentée par|M. Jean-Baptiste VAN DER BERG
            Directeur général délégué
            Nom : D'HAUTEVILLE|Prénoms : Zoé
            Nom d'usage : ROUX|Né(e) le : 05/05/1985
            IDENTIFICATION DE LA PERSONNE MORALE
            Immatriculation au RCS, numéro 356 000 000 R.C.S. Lille Métropole
            Dénomination ou raison sociale|TÉLÉSOINS DES FLANDRES
            Adresse du siège|1 place du Beffroi 59000 Lille
            """;

    /** Société civile : gérant associé, qualité après le nom. */
    public static final String SCI_QUALITE_APRES = """
            EXTRAIT KBIS - REGISTRE DU COMMERCE ET DES SOCIETES
            Date de l'extrait : 1er mars 2026
            RENSEIGNEMENTS RELATIFS A LA PERSONNE MORALE
            Numéro d'identification : 775.670.417 R.C.S. RENNES
            Raison sociale : LES MURS DE L’ÉDITEUR
            Adresse du siège social : 2 rue des Écoles 35000 Rennes
            DIRIGEANTS
            Nom : LE ROUX   Prénoms : Gwénaëlle, Anne
            Né(e) le : 01/01/1970
            Qualité : Gérante associée
            Nom : PERDRIX   Prénoms : Yann
            Qualité : Associé
            """;

    /** Entreprise individuelle : extrait K, pas de dénomination. */
    public static final String ENTREPRISE_INDIVIDUELLE = """
            Greffe du tribunal de commerce de Bordeaux
            Extrait K
            EXTRAIT D'IMMATRICULATION PRINCIPALE AU REGISTRE DU COMMERCE ET DES SOCIETES
            à jour au 5 mars 2026
            IDENTIFICATION DE LA PERSONNE PHYSIQUE
            Immatriculation au RCS, numéro|303 656 847 R.C.S. Bordeaux
            Nom, prénoms|NGUYEN Thi Mai, Lan
            Date et lieu de naissance|Le 01/01/1990 à Bordeaux
            Nationalité|Française
            RENSEIGNEMENTS RELATIFS A L'ACTIVITE ET A L'ETABLISSEMENT PRINCIPAL
            Nom commercial|MAI LOGICIELS
            Adresse de l'établissement|14 cours de l'Intendance 33000 Bordeaux
            """;

    /** Le président est écrit sur la ligne de sa qualité, en capitales, sans étiquette. */
    public static final String SASU_SANS_ETIQUETTES = """
            GREFFE DU TRIBUNAL DE COMMERCE DE TOULOUSE
            EXTRAIT K BIS DU 10 MARS 2026
            IMMATRICULATION AU RCS 383 960 135 R.C.S. TOULOUSE
            DENOMINATION SOCIALE : OCCIBIO
            SIEGE : 7 RUE D'ALSACE-LORRAINE 31000 TOULOUSE
            DIRECTION ADMINISTRATION
            PRESIDENTE MME MARTIN NEE DURAND SOPHIE
            DIRECTEUR GENERAL M. JEAN PIERRE
            """;

    private Specimens() {}
}
