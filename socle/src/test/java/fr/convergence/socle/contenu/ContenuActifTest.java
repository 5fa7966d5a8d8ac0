package fr.convergence.socle.contenu;

import static fr.convergence.socle.contenu.Echantillons.colle;
import static fr.convergence.socle.contenu.Echantillons.pdf;
import static fr.convergence.socle.contenu.Echantillons.zip;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.contenu.Echantillons.Entree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Ce qu'un fichier accepté contient d'actif se reconnaît sans antivirus, et se refuse quand le guichet le veut. */
@Tag("PCE-3")
final class ContenuActifTest extends EssaisDeMarques {

    private static final byte[] PROGRAMME = colle("MZ".getBytes(UTF_8), new byte[400]);

    @TestFactory
    Stream<DynamicTest> un_pdf_dit_ce_qu_il_a_d_actif() {
        return essais(
                marque("rien", Format.PDF, pdf()),
                marque("script", Format.PDF, objet("<</S/JavaScript/JS(app.alert\\(1\\))>>"), ContenuActif.SCRIPT),
                marque("script au nom déguisé", Format.PDF, objet("<</S/Java#53cript/JS 5 0 R>>"), ContenuActif.SCRIPT),
                marque(
                        "script dans un flux d'objets",
                        Format.PDF,
                        fluxDObjets("4 0 <</S/JavaScript>>"),
                        ContenuActif.SCRIPT),
                marque(
                        "script après une chaîne jamais fermée",
                        Format.PDF,
                        objet("(jamais fermee\nendobj\n5 0 obj\n<</S/JavaScript>>"),
                        ContenuActif.SCRIPT),
                marque(
                        "fichier ouvert ailleurs",
                        Format.PDF,
                        objet("<</S/GoToR/F(\\\\serveur\\partage)>>"),
                        ContenuActif.LANCEMENT),
                marque("lancement", Format.PDF, objet("<</S/Launch/F(note.doc)>>"), ContenuActif.LANCEMENT),
                marque(
                        "lancement d'un programme",
                        Format.PDF,
                        objet("<</S/Launch/Win<</F(cmd.exe)>>>>"),
                        ContenuActif.LANCEMENT,
                        ContenuActif.PROGRAMME),
                marque(
                        "pièce jointe",
                        Format.PDF,
                        objet("<</Type/Filespec/F(a.xml)/EF<</F 5 0 R>>>>"),
                        ContenuActif.PIECE_JOINTE),
                marque(
                        "programme joint",
                        Format.PDF,
                        objet("<</Type/Filespec/UF<FEFF0061002E006500780065>/EF<</F 5 0 R>>>>"),
                        ContenuActif.PIECE_JOINTE,
                        ContenuActif.PROGRAMME),
                marque(
                        "programme joint sous un autre nom",
                        Format.PDF,
                        flux("/Type/EmbeddedFile", PROGRAMME),
                        ContenuActif.PIECE_JOINTE,
                        ContenuActif.PROGRAMME),
                marque("formulaire dynamique", Format.PDF, objet("<</XFA 5 0 R>>"), ContenuActif.FORMULAIRE_XFA),
                marque("multimédia", Format.PDF, objet("<</Subtype/RichMedia>>"), ContenuActif.MULTIMEDIA),
                marque(
                        "objets compressés autrement",
                        Format.PDF,
                        flux("/Type/ObjStm/Filter/LZWDecode", new byte[9]),
                        ContenuActif.NON_LU),
                marque(
                        "objets compressés sous un prédicteur",
                        Format.PDF,
                        flux("/Type/ObjStm/N 1/First 4/Filter/FlateDecode/DecodeParms<</Predictor 12>>", new byte[9]),
                        ContenuActif.NON_LU),
                marque(
                        "flux d'objets qui tait son type",
                        Format.PDF,
                        flux("/N 1/First 4", "1 0 <</S/JavaScript>>".getBytes(ISO_8859_1)),
                        ContenuActif.SCRIPT),
                marque("texte qui parle de JavaScript", Format.PDF, objet("<</Title(/JavaScript)>> % /Launch")),
                marque(
                        "dans un zip",
                        Format.ZIP,
                        zip(new Entree("a.pdf", objet("<</S/JavaScript>>"))),
                        ContenuActif.SCRIPT));
    }

    @Test
    void un_programme_est_refuse_par_defaut_et_nomme() throws IOException {
        var refus = examiner(Format.ZIP, zip(new Entree("outils/a.exe", "x")), Regle.sansMention());

        assertThat(refus.siRefuse()).contains(Refus.actif(ContenuActif.PROGRAMME, "outils/a.exe"));
    }

    @Test
    void un_guichet_refuse_ce_qu_il_veut() throws IOException {
        var regle = new Regle(ArchiveChiffree.REFUSEE, Set.of(ContenuActif.SCRIPT));

        assertThat(examiner(Format.PDF, objet("<</S/JavaScript>>"), regle).siRefuse())
                .contains(Refus.actif(ContenuActif.SCRIPT, ""));
        assertThat(examiner(Format.PDF, objet("<</S/Launch>>"), regle).siRefuse())
                .isEmpty();
    }

    @Test
    void un_flux_d_objets_qui_gonfle_sans_fin_ne_se_lit_pas_sans_fin() throws IOException {
        assertThat(examiner(Format.PDF, fluxDObjets(" ".repeat(100_000_000)), Regle.sansMention()))
                .isEqualTo(new Constat.Admis(EnumSet.of(ContenuActif.NON_LU)));
    }

    private static byte[] objet(String contenu) {
        return new String(pdf(), ISO_8859_1)
                .replace("xref\n0 3", "4 0 obj\n" + contenu + "\nendobj\nxref\n0 3")
                .getBytes(ISO_8859_1);
    }

    private static byte[] flux(String cles, byte[] contenu) {
        return objet("<<" + cles + "/Length " + contenu.length + ">>stream\n" + new String(contenu, ISO_8859_1)
                + "\nendstream");
    }

    private static byte[] fluxDObjets(String objets) {
        var comprime = new ByteArrayOutputStream();
        try (var sortie = new DeflaterOutputStream(comprime)) {
            sortie.write(objets.getBytes(ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return flux("/Type/ObjStm/N 1/First 4/Filter[/FlateDecode]", comprime.toByteArray());
    }
}
