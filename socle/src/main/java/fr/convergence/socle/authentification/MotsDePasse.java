package fr.convergence.socle.authentification;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Les empreintes des mots de passe : Argon2id, et jamais plus de calculs à la fois que la machine n'en peut.
 *
 * <p>Une empreinte commence par le nom de son algorithme, {@code {argon2}}, pour qu'un autre puisse lui succéder.
 */
@Component
public final class MotsDePasse {

    private static final String PREFIXE = "{argon2}";
    private static final int SEL = 16; // octets
    private static final int EMPREINTE = 32; // octets
    private static final int VOIES = 1;
    private static final int MEMOIRE = 19 * 1024; // Kio ; OWASP Password Storage : 19 Mio, 2 passes, 1 voie
    private static final int PASSES = 2;
    private static final Duration ATTENTE = Duration.ofSeconds(10);

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(SEL, EMPREINTE, VOIES, MEMOIRE, PASSES);
    private final Semaphore places;
    private final Duration attente;
    private final String leurre;

    MotsDePasse() {
        this(Runtime.getRuntime().availableProcessors(), ATTENTE);
    }

    MotsDePasse(int simultanes, Duration attente) {
        this.places = new Semaphore(simultanes, true);
        this.attente = attente;
        this.leurre = leurre(new SecureRandom());
    }

    /** L'empreinte à garder d'un mot de passe qu'a admis {@link PolitiqueDeMotDePasse}. */
    public String empreinte(String clair) {
        if (tropLong(clair)) {
            throw new IllegalArgumentException("mot de passe de plus de 128 caractères");
        }
        return enPlace(() -> PREFIXE + argon2.encode(canonique(clair)));
    }

    /**
     * Vrai quand c'est le mot de passe de cette empreinte. Le temps passé est le même pour un vrai, un faux et un trop long.
     *
     * @throws TropDeMotsDePasse quand les calculs en cours ont pris toute l'attente admise
     */
    public boolean verifier(String clair, String empreinte) {
        if (!empreinte.startsWith(PREFIXE)) {
            throw new IllegalArgumentException("empreinte d’un algorithme inconnu");
        }
        var admissible = !tropLong(clair);
        var essai = admissible ? canonique(clair) : "";
        return enPlace(() -> argon2.matches(essai, empreinte.substring(PREFIXE.length()))) && admissible;
    }

    /** L'empreinte de personne : on la vérifie pour un compte inconnu, qui ne répond ainsi pas plus vite qu'un autre. */
    public String empreinteLeurre() {
        return leurre;
    }

    /** Vrai quand l'empreinte date de réglages plus faibles : la refaire à la prochaine connexion réussie. */
    public boolean aRefaire(String empreinte) {
        return !empreinte.startsWith(PREFIXE) || argon2.upgradeEncoding(empreinte.substring(PREFIXE.length()));
    }

    private <T> T enPlace(Supplier<T> calcul) {
        try {
            if (!places.tryAcquire(attente.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TropDeMotsDePasse();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new TropDeMotsDePasse();
        }
        try {
            return calcul.get();
        } finally {
            places.release();
        }
    }

    /** Les réglages d'une vraie empreinte et rien derrière : aucun mot de passe n'y répond. */
    private static String leurre(SecureRandom hasard) {
        var sel = new byte[SEL];
        var empreinte = new byte[EMPREINTE];
        hasard.nextBytes(sel);
        hasard.nextBytes(empreinte);
        var base64 = Base64.getEncoder().withoutPadding();
        return "%s$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        PREFIXE, MEMOIRE, PASSES, VOIES, base64.encodeToString(sel), base64.encodeToString(empreinte));
    }

    private static boolean tropLong(String clair) {
        return clair.codePointCount(0, clair.length()) > PolitiqueDeMotDePasse.LONGUEUR_MAX;
    }

    /** « é » se tape en un signe ou en deux selon l'appareil (NIST SP 800-63B-4, 3.1.1.2). */
    private static String canonique(String clair) {
        return Normalizer.normalize(clair, Normalizer.Form.NFC);
    }
}
