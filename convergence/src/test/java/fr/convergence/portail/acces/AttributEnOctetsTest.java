package fr.convergence.portail.acces;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.session.FormeDesAttributs;
import fr.convergence.socle.session.Sessions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Ce qu'une session garde se relit, sous la forme d'aujourd'hui comme sous celle de Java. */
@TestDuPortail
@Tag("CNX-5")
@Tag("CNX-7")
final class AttributEnOctetsTest {

    private static final String CONTEXTE = "SPRING_SECURITY_CONTEXT";
    private static final Connecte ARS = new Connecte(
            UUID.randomUUID(),
            Role.ARS,
            "Ève Nguyễn 𝄞",
            new Perimetre.Regional(Region.OCCITANIE),
            Instant.parse("2026-11-22T10:11:12.123456Z"));
    private static final Connecte REFERENTE =
            new Connecte(UUID.randomUUID(), Role.REFERENT, "Claire Essai", new Perimetre.Aucun(), Instant.EPOCH);

    @Autowired
    FormeDesAttributs octets;

    @Autowired
    SessionRepository<? extends Session> depot;

    @Autowired
    Sessions sessions;

    static Stream<Object> attributs() {
        return Stream.of(
                contexte(ARS),
                contexte(REFERENTE),
                "Firefox sur Linux",
                true,
                // Une preuve qui dit autre chose que la personne ne doit rien en perdre.
                new SecurityContextImpl(new UsernamePasswordAuthenticationToken(REFERENTE, null)),
                new SecurityContextImpl(new UsernamePasswordAuthenticationToken(
                        REFERENTE, "secret", List.of(new SimpleGrantedAuthority("X")))),
                new SecurityContextImpl());
    }

    @ParameterizedTest
    @MethodSource("attributs")
    void un_attribut_se_relit_egal(Object attribut) {
        assertThat(octets.lire(octets.ecrire(attribut))).isEqualTo(attribut);
    }

    @ParameterizedTest
    @MethodSource("attributs")
    void ce_que_java_avait_ecrit_se_relit(Object attribut) {
        assertThat(octets.lire(new SerializingConverter().convert(attribut))).isEqualTo(attribut);
    }

    @Test
    void le_jeton_anti_rejeu_se_relit() {
        var jeton =
                new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", UUID.randomUUID().toString());

        var relu = (DefaultCsrfToken) octets.lire(octets.ecrire(jeton));

        assertThat(relu).usingRecursiveComparison().isEqualTo(jeton);
    }

    @Test
    void la_personne_connectee_tient_en_moins_de_cent_octets() {
        assertThat(octets.ecrire(contexte(ARS))).hasSizeLessThan(100);
    }

    @Test
    void une_session_se_retrouve_par_son_titulaire() {
        var id = enregistrer(depot, contexte(ARS));

        assertThat(depot.findById(id).<Object>getAttribute(CONTEXTE)).isEqualTo(contexte(ARS));
        assertThat(sessions.de(ARS.compte(), id))
                .singleElement()
                .satisfies(ouverte -> assertThat(ouverte.courante()).isTrue());
    }

    private static <S extends Session> String enregistrer(SessionRepository<S> depot, Object contexte) {
        var session = depot.createSession();
        session.setAttribute(CONTEXTE, contexte);
        depot.save(session);
        return session.getId();
    }

    private static SecurityContextImpl contexte(Connecte qui) {
        return new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(qui, null, List.of()));
    }
}
