package fr.convergence.portail.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.convergence.murs.Documentation;
import fr.convergence.portail.dossier.EtatEtape.AModifier;
import fr.convergence.portail.dossier.EtatEtape.Acceptee;
import fr.convergence.portail.dossier.EtatEtape.Brouillon;
import fr.convergence.portail.dossier.EtatEtape.Close;
import fr.convergence.portail.dossier.EtatEtape.EnVerification;
import fr.convergence.portail.dossier.EtatEtape.Fermee;
import fr.convergence.portail.dossier.EtatEtape.Refusee;
import fr.convergence.portail.guichet.Niveau;
import fr.convergence.portail.guichet.Retour;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** La table entière, tous les états par tous les verbes ; elle écrit le diagramme de la documentation. */
@Tag("DOS-11")
final class EtapeTest {

    private static final Instant LE = Instant.parse("2026-03-03T13:03:00Z");
    private static final List<Niveau> ARS_PUIS_ANS = List.of(Niveau.ARS, Niveau.ANS);

    /** Chaque état, et l'état obtenu par chaque verbe qui lui est permis ; tout autre verbe est interdit. */
    private static final Map<EtatEtape, Map<String, String>> TABLE = table();

    private static final Map<String, UnaryOperator<Etape>> VERBES = verbes();

    @Test
    void chaque_etat_repond_a_chaque_verbe_comme_la_table_le_dit() {
        TABLE.forEach((etat, permis) -> VERBES.forEach((verbe, applique) -> {
            var etape = etape(etat);
            if (permis.containsKey(verbe)) {
                assertThat(nom(applique.apply(etape).etat()))
                        .as(nom(etat) + " · " + verbe)
                        .isEqualTo(permis.get(verbe));
            } else {
                assertThatThrownBy(() -> applique.apply(etape))
                        .as(nom(etat) + " · " + verbe)
                        .isInstanceOf(TransitionInterdite.class);
            }
        }));
    }

    @Test
    void la_table_couvre_tous_les_etats() {
        var couverts = TABLE.keySet().stream().map(Object::getClass).distinct().toList();
        assertThat(couverts).containsAll(List.of(EtatEtape.class.getPermittedSubclasses()));
    }

    @Test
    void un_retour_demande_par_l_ans_revient_droit_a_l_ans() {
        var rendue = etape(new EnVerification(Niveau.ANS, LE))
                .demanderModification(LE, "RIB illisible", List.of(), false, LE.plusSeconds(60));

        assertThat(rendue.transmettre(LE, Retour.DIRECT).etat()).isEqualTo(new EnVerification(Niveau.ANS, LE));
    }

    @Test
    void un_guichet_peut_la_faire_repasser_par_tout_le_circuit() {
        var rendue = etape(new EnVerification(Niveau.ANS, LE))
                .demanderModification(LE, "RIB illisible", List.of(), false, LE.plusSeconds(60));

        assertThat(rendue.transmettre(LE, Retour.CIRCUIT).etat()).isEqualTo(new EnVerification(Niveau.ARS, LE));
    }

    @Test
    void le_diagramme_de_la_documentation_est_celui_de_la_table() throws IOException {
        var lignes = new ArrayList<>(List.of("stateDiagram-v2", "    [*] --> Fermee", "    [*] --> Brouillon"));
        TABLE.forEach((etat, permis) ->
                permis.forEach((verbe, vers) -> lignes.add("    " + nom(etat) + " --> " + vers + " : " + verbe)));
        var page = """
                # États d'une étape

                Écrit par `EtapeTest` d'après la table des états et des verbes ; circuit ARS puis ANS.

                ```mermaid
                %s
                ```
                """.formatted(String.join("\n", lignes));
        Documentation.ecrire("etats-d-une-etape.md", page);
    }

    private static Map<EtatEtape, Map<String, String>> table() {
        var table = new LinkedHashMap<EtatEtape, Map<String, String>>();
        table.put(new Fermee(), ordonnee("ouvrir", "Brouillon"));
        table.put(
                new Brouillon(), ordonnee("refermer", "Fermee", "transmettre", "EnVerificationARS", "clore", "Close"));
        table.put(
                new EnVerification(Niveau.ARS, LE),
                ordonnee(
                        "demanderModification",
                        "AModifierARS",
                        "valider",
                        "EnVerificationANS",
                        "refuser",
                        "RefuseeARS"));
        table.put(
                new AModifier(Niveau.ARS, LE, "motif", List.of(), false, LE),
                ordonnee("transmettre", "EnVerificationARS", "reprendre", "EnVerificationARS"));
        table.put(
                new EnVerification(Niveau.ANS, LE),
                ordonnee("demanderModification", "AModifierANS", "valider", "Acceptee", "refuser", "RefuseeANS"));
        table.put(
                new AModifier(Niveau.ANS, LE, "motif", List.of(), false, LE),
                ordonnee("transmettre", "EnVerificationANS", "reprendre", "EnVerificationANS"));
        table.put(new Acceptee(LE), ordonnee("reprendre", "EnVerificationANS"));
        table.put(new Refusee(Niveau.ARS, LE, "motif"), ordonnee("reprendre", "EnVerificationARS"));
        table.put(new Refusee(Niveau.ANS, LE, "motif"), ordonnee("reprendre", "EnVerificationANS"));
        table.put(new Close(LE), ordonnee());
        return table;
    }

    private static Map<String, UnaryOperator<Etape>> verbes() {
        var verbes = new LinkedHashMap<String, UnaryOperator<Etape>>();
        verbes.put("ouvrir", Etape::ouvrir);
        verbes.put("refermer", Etape::refermer);
        verbes.put("transmettre", etape -> etape.transmettre(LE, Retour.DIRECT));
        verbes.put("demanderModification", etape -> etape.demanderModification(LE, "motif", List.of(), false, LE));
        verbes.put("valider", etape -> etape.valider(LE));
        verbes.put("refuser", etape -> etape.refuser(LE, "motif"));
        verbes.put("clore", etape -> etape.clore(LE));
        verbes.put("reprendre", etape -> etape.reprendre(LE));
        return verbes;
    }

    private static Map<String, String> ordonnee(String... paires) {
        var ordonnee = new LinkedHashMap<String, String>();
        for (var i = 0; i < paires.length; i += 2) {
            ordonnee.put(paires[i], paires[i + 1]);
        }
        return ordonnee;
    }

    private static Etape etape(EtatEtape etat) {
        return new Etape(new UUID(0, 1), "declaration", 2, ARS_PUIS_ANS, etat, 0);
    }

    private static String nom(EtatEtape etat) {
        return switch (etat) {
            case Fermee _ -> "Fermee";
            case Brouillon _ -> "Brouillon";
            case EnVerification verification -> "EnVerification" + verification.niveau();
            case AModifier retour -> "AModifier" + retour.niveau();
            case Acceptee _ -> "Acceptee";
            case Refusee refus -> "Refusee" + refus.niveau();
            case Close _ -> "Close";
        };
    }
}
