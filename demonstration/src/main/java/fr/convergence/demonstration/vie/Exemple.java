package fr.convergence.demonstration.vie;

import static fr.convergence.demonstration.vie.Deroulement.ACCORDE;
import static fr.convergence.demonstration.vie.Deroulement.AVANCE;
import static fr.convergence.demonstration.vie.Deroulement.A_MODIFIER;
import static fr.convergence.demonstration.vie.Deroulement.A_MOITIE;
import static fr.convergence.demonstration.vie.Deroulement.CHEZ_L_ANS;
import static fr.convergence.demonstration.vie.Deroulement.COMMENCE;
import static fr.convergence.demonstration.vie.Deroulement.COMPLET;
import static fr.convergence.demonstration.vie.Deroulement.CORRIGE;
import static fr.convergence.demonstration.vie.Deroulement.PAYE;
import static fr.convergence.demonstration.vie.Deroulement.RECOMMENCE;
import static fr.convergence.demonstration.vie.Deroulement.REFUSE;
import static fr.convergence.demonstration.vie.Deroulement.SIGNE;
import static fr.convergence.demonstration.vie.Deroulement.TRANSMIS;
import static fr.convergence.demonstration.vie.Deroulement.VALIDE;
import static fr.convergence.demonstration.vie.Deroulement.VALIDE_APRES_CORRECTION;

import java.util.List;

/**
 * Un dossier d'exemple.
 *
 * @param referent nom d'utilisateur de qui le dépose
 * @param candidat code du GHT ou FINESS de l'entité juridique
 * @param nom comme le candidat se nomme dans ses propres documents
 * @param commune où il est, avec son code postal devant
 * @param guichet code du guichet
 */
record Exemple(String referent, String candidat, String nom, String commune, String guichet, Deroulement deroulement) {

    private static final String D1 = "CARE-D1";
    private static final String D2 = "CARE-D2";

    /** Deux régions, dix-sept candidats, du brouillon au paiement ; le domaine 2 reste libre pour Hélène Faure. */
    static final List<Exemple> TOUS = List.of(
            de("helene.faure", "OCC-71", "CHU de Valbrune", "34910 Valbrune", D1, A_MODIFIER),
            de("karim.benali", "349000216", "Clinique des Arcades", "34910 Valbrune", D1, A_MOITIE),
            de("karim.benali", "349000216", "Clinique des Arcades", "34910 Valbrune", D2, SIGNE),
            de("amandine.rey", "319000014", "Clinique du Canal-Neuf", "31910 Villefranche-la-Neuve", D1, TRANSMIS),
            de("amandine.rey", "319000014", "Clinique du Canal-Neuf", "31910 Villefranche-la-Neuve", D2, COMMENCE),
            de("amandine.rey", "349000307", "Association hospitalière du Caroux", "34952 Caroux-les-Bains", D1, VALIDE),
            de(
                    "amandine.rey",
                    "349000307",
                    "Association hospitalière du Caroux",
                    "34952 Caroux-les-Bains",
                    D2,
                    CORRIGE),
            de("amandine.rey", "819000019", "CH de Montrégal", "81910 Montrégal", D1, REFUSE),
            de("amandine.rey", "819000019", "CH de Montrégal", "81910 Montrégal", D2, TRANSMIS),
            de("julien.costes", "309000099", "Polyclinique des Gardons", "30917 Castelroux", D1, CORRIGE),
            de("julien.costes", "309000099", "Polyclinique des Gardons", "30917 Castelroux", D2, ACCORDE),
            de(
                    "julien.costes",
                    "669000010",
                    "Clinique Les Cistes",
                    "66910 Port-aux-Cistes",
                    D1,
                    VALIDE_APRES_CORRECTION),
            de("julien.costes", "669000010", "Clinique Les Cistes", "66910 Port-aux-Cistes", D2, A_MODIFIER),
            de("julien.costes", "119000016", "Fondation des Trois-Meuniers", "11910 Montmeunier", D1, RECOMMENCE),
            de("julien.costes", "119000016", "Fondation des Trois-Meuniers", "11910 Montmeunier", D2, PAYE),
            de("julien.costes", "469000012", "CHS du Piboulet", "46910 Piboulet", D2, COMPLET),
            de("gwenaelle.tanguy", "BRE-71", "CHRU de Port-Kervaël", "29910 Port-Kervaël", D1, VALIDE),
            de("gwenaelle.tanguy", "BRE-71", "CHRU de Port-Kervaël", "29910 Port-Kervaël", D2, TRANSMIS),
            de("gwenaelle.tanguy", "359000015", "Clinique de la Baie-d'Or", "35910 Saint-Briac-la-Neuve", D1, TRANSMIS),
            de("gwenaelle.tanguy", "359000015", "Clinique de la Baie-d'Or", "35910 Saint-Briac-la-Neuve", D2, A_MOITIE),
            de("gwenaelle.tanguy", "229000096", "Association Les Genêts-d'Armor", "22917 Rostrelen", D1, A_MODIFIER),
            de("gwenaelle.tanguy", "229000096", "Association Les Genêts-d'Armor", "22917 Rostrelen", D2, CHEZ_L_ANS),
            de("erwan.lecorre", "299000117", "Polyclinique de Kergwenn", "29931 Kergwenn", D1, CORRIGE),
            de("erwan.lecorre", "299000117", "Polyclinique de Kergwenn", "29931 Kergwenn", D2, REFUSE),
            de("erwan.lecorre", "569000094", "CH de L'Île-Tristane", "56917 L'Île-Tristane", D1, TRANSMIS),
            de("erwan.lecorre", "299000158", "Clinique du Menez-Vras", "29938 Menez-Vras", D1, VALIDE_APRES_CORRECTION),
            de("erwan.lecorre", "299000158", "Clinique du Menez-Vras", "29938 Menez-Vras", D2, TRANSMIS),
            de(
                    "nolwenn.salaun",
                    "359000098",
                    "Fondation des Cornouillers",
                    "35917 Cornouaille-sur-Vilaine",
                    D1,
                    COMPLET),
            de(
                    "nolwenn.salaun",
                    "359000098",
                    "Fondation des Cornouillers",
                    "35917 Cornouaille-sur-Vilaine",
                    D2,
                    TRANSMIS),
            de("nolwenn.salaun", "569000177", "Clinique Saint-Brivaël", "56924 Saint-Brivaël", D1, COMMENCE),
            de("nolwenn.salaun", "569000177", "Clinique Saint-Brivaël", "56924 Saint-Brivaël", D2, AVANCE));

    private static Exemple de(
            String referent, String candidat, String nom, String commune, String guichet, Deroulement deroulement) {
        return new Exemple(referent, candidat, nom, commune, guichet, deroulement);
    }

    /** Ce qui le distingue des autres. */
    String cle() {
        return guichet + "." + candidat;
    }

    int rang() {
        return TOUS.indexOf(this);
    }
}
