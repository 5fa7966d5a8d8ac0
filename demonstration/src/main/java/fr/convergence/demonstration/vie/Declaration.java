package fr.convergence.demonstration.vie;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** La déclaration du domaine 2 d'un exemple, de son dépôt à son paiement : ce qui suit la convention signée. */
final class Declaration {

    private static final List<String> OBJECTIFS = Stream.of(
                    "o1_a", "o1_b", "o1_c", "o1_d", "o2_a", "o2_b", "o3_a", "o3_b", "o3_c", "o3_d", "o4")
            .map(objectif -> "d2_" + objectif)
            .toList();
    private static final String TRAME = "trame_financiere";
    private static final String VALIDER = "form[action$=/validation] button[type=submit]:not([name])";
    private static final String APERCU = "form[action$=/validation] button[name=apercu]";
    private static final String MOTIF = "Les licences acquises avant la convention ne sont pas retenues.";

    private final Exemple exemple;
    private final String reference;

    Declaration(Exemple exemple, String reference) {
        this.exemple = exemple;
        this.reference = reference;
    }

    void deposer(Visite visite) throws IOException, InterruptedException {
        var trame = visite.octets("/trames/trame-financiere");
        var formulaire = visite.lire(adresse() + "/ensemble").formulaire("button[name=envoyer][value=" + TRAME + "]");
        formulaire
                .saisirPartout("/activite", "100")
                .saisirPartout("/couverte_o1c", "oui")
                .saisirPartout("/couverte_o1d", "oui")
                .saisir("montant_demande", "%d00,00".formatted(230 + exemple.rang()));
        for (var objectif : OBJECTIFS) {
            formulaire.saisir(objectif, "on").joindre("preuves_" + objectif, objectif + ".pdf", preuve(objectif));
        }
        formulaire
                .joindre(TRAME, "trame-financiere.xlsx", trame)
                .joindre("synthese_frais", "synthese-des-frais.pdf", preuve("Synthèse des frais engagés"))
                .envoyer();
        Transmission.transmettre(visite, adresse());
    }

    void valider(Visite ars) throws IOException, InterruptedException {
        decision(ars).envoyer();
    }

    /** Un peu moins que demandé, l'avance d'abord. Rien si elle l'a été juste avant une interruption. */
    void accorder(Visite ans) throws IOException, InterruptedException {
        ans.lire("/instruction/%s?etape=declaration".formatted(reference));
        if (ans.page().selectFirst("section[aria-labelledby=paiement]") != null) {
            return;
        }
        ans.lire(adresseDeLaDecision())
                .formulaire(APERCU)
                .saisir("retenu", "%d00,00".formatted(210 + exemple.rang()))
                .saisir("avance", "%d00,00".formatted(60 + exemple.rang()))
                .saisir("motif", MOTIF)
                .envoyer()
                .formulaire(VALIDER)
                .envoyer();
    }

    /** Rien si c'est déjà noté : le portail ramène alors au dossier. */
    void verser(Visite ans, String versement) throws IOException, InterruptedException {
        var chemin = "/instruction/%s/declaration/versements/%s".formatted(reference, versement);
        if (ans.lire(chemin).chemin().equals(chemin)) {
            ans.formulaire("form[action$='" + chemin + "'] button[type=submit]").envoyer();
        }
    }

    private FormulaireDePage decision(Visite verificateur) throws IOException, InterruptedException {
        return verificateur.lire(adresseDeLaDecision()).formulaire(VALIDER);
    }

    private String adresseDeLaDecision() {
        return "/instruction/%s/declaration/decisions/validation".formatted(reference);
    }

    private byte[] preuve(String titre) throws IOException {
        return Justificatif.pdf(titre, List.of(exemple.nom(), exemple.commune(), "Document d’exemple."));
    }

    private String adresse() {
        return "/dossiers/" + reference + "/declaration";
    }
}
