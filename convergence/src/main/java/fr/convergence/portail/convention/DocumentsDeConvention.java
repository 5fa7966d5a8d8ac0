package fr.convergence.portail.convention;

import fr.convergence.socle.base.Sha256;
import fr.convergence.socle.contenu.Format;
import fr.convergence.socle.contenu.NomDeFichier;
import fr.convergence.socle.courriel.Expediteur;
import fr.convergence.socle.fichier.FichierOuvert;
import fr.convergence.socle.fichier.Fichiers;
import fr.convergence.socle.impression.Imprimerie;
import fr.convergence.socle.page.Textes;
import fr.convergence.socle.signature.Cachet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Les documents d'une convention : ce qui est soumis, le même scellé, et la preuve de sa signature. */
@Component
final class DocumentsDeConvention {

    record Document(UUID fichier, String sha256) {}

    record Signes(Document document, Document preuve) {}

    private static final String SIGNEE = "convention-signee-%s-%d.pdf";
    private static final String PREUVE = "preuve-de-signature-%s-%d.pdf";

    private final Imprimerie imprimerie;
    private final Fichiers fichiers;
    private final Cachet cachet;
    private final Expediteur expediteur;
    private final Textes textes;

    DocumentsDeConvention(
            Imprimerie imprimerie, Fichiers fichiers, Cachet cachet, Expediteur expediteur, Textes textes) {
        this.imprimerie = imprimerie;
        this.fichiers = fichiers;
        this.cachet = cachet;
        this.expediteur = expediteur;
        this.textes = textes;
    }

    Document soumettre(Convention convention) {
        return ranger(
                convention,
                "convention-%s-%d.pdf",
                imprimerie.imprimer(ConventionImprimee.de(convention, expediteur.site())));
    }

    /**
     * Scelle le document soumis, puis ce qui prouve comment il a été signé.
     *
     * @param soumis le fichier que le signataire a lu
     */
    Signes sceller(Convention convention, UUID soumis, List<PreuveImprimee.Trace> traces, Instant le) {
        var avant = octets(soumis);
        var signataire = convention.contenu().signataire();
        var scelle = cachet.sceller(
                avant, textes.de("convention.cachet.raison", signataire.nomComplet(), signataire.courriel()), le);
        var document = ranger(convention, SIGNEE, scelle);
        var preuve = PreuveImprimee.de(
                convention,
                traces,
                new PreuveImprimee.Empreintes(sha256(avant), document.sha256(), cachet.titulaire(), cachet.serie()),
                le);
        return new Signes(
                document,
                ranger(
                        convention,
                        PREUVE,
                        cachet.sceller(imprimerie.imprimer(preuve), textes.de("convention.cachet.preuve"), le)));
    }

    /** Ce que le prestataire a fait signer : le document, et sa piste d'audit. */
    Signes recus(Convention convention, byte[] signe, byte[] preuve) {
        return new Signes(ranger(convention, SIGNEE, signe), ranger(convention, PREUVE, preuve));
    }

    FichierOuvert ouvrir(UUID fichier) {
        return fichiers.lire(fichier)
                .orElseThrow(() -> new IllegalStateException("Document de convention illisible : " + fichier));
    }

    byte[] octets(UUID fichier) {
        try (var ouvert = ouvrir(fichier)) {
            return ouvert.flux().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Document ranger(Convention convention, String modele, byte[] pdf) {
        var nom = modele.formatted(convention.reference(), convention.numero());
        return new Document(
                fichiers.ranger("convention/" + convention.id(), new NomDeFichier(nom), Format.PDF, pdf), sha256(pdf));
    }

    private static String sha256(byte[] octets) {
        return HexFormat.of().formatHex(Sha256.de(octets));
    }
}
