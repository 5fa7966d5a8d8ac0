package fr.convergence.portail.piece;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.guichet.Catalogue;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.question.Piece;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@TestDuPortail
@Tag("PCE-2")
final class PlaceParDossierTest {

    @Autowired
    GuichetsPublies guichets;

    @Autowired
    Catalogue catalogue;

    @Autowired
    ReglagesDesPieces reglages;

    /** Ce que chaque espace annonce doit pouvoir s'y déposer : le total du dossier ne reprend rien de ce qui est promis. */
    @ParameterizedTest
    @ValueSource(strings = {"care-d1-", "care-d2-"})
    void un_dossier_tient_tout_ce_que_ses_formulaires_promettent(String guichet) {
        var promis = Stream.of("candidature", "declaration")
                .map(etape -> catalogue.formulaires().stream()
                        .filter(publiee -> publiee.code().equals(guichet + etape))
                        .flatMap(publiee -> guichets.formulaireSIlExiste(publiee.reference()).stream())
                        .findFirst()
                        .orElseThrow())
                .flatMap(formulaire -> formulaire.definition().questions())
                .filter(question -> question.type() instanceof Piece)
                .map(question -> (Piece) question.type())
                .mapToLong(piece -> piece.tailleMax() * piece.nombreMax())
                .sum();

        assertThat(reglages.placeParDossier().toBytes()).isGreaterThanOrEqualTo(promis);
    }
}
