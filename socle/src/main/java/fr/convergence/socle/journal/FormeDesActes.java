package fr.convergence.socle.journal;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Comment les actes d'un paquet s'écrivent au journal et s'y relisent : leurs codes, et leurs composantes en textes.
 *
 * @param <A> les actes de ce paquet, des enregistrements
 */
public final class FormeDesActes<A extends Inscrit> {

    /** Une composante qui manque rend la ligne illisible ; une de trop, d'un acte d'avant, ne dit plus rien. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(Include.NON_ABSENT))
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    private static final TypeReference<TreeMap<String, String>> DETAIL = new TypeReference<>() {};

    private final Map<String, Class<? extends A>> parCode;
    private final Map<Class<? extends A>, String> parClasse;

    /** @param codes celui de chaque acte, qui ne change plus */
    public FormeDesActes(Map<String, Class<? extends A>> codes) {
        parCode = Map.copyOf(codes);
        parClasse =
                codes.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    public Set<String> codes() {
        return parCode.keySet();
    }

    /** Les actes qui ont un code. */
    public Set<Class<? extends A>> classes() {
        return parClasse.keySet();
    }

    public String code(A acte) {
        return requireNonNull(parClasse.get(acte.getClass()), () -> acte.getClass() + " n’a pas de code");
    }

    public SortedMap<String, String> detail(A acte) {
        return JSON.convertValue(acte, DETAIL);
    }

    /** Celui que raconte une ligne ; vide quand elle est d'une forme qui ne se lit plus. */
    public Optional<A> lire(String code, Map<String, String> detail) {
        return Optional.ofNullable(parCode.get(code)).flatMap(classe -> {
            try {
                return Optional.of(JSON.convertValue(detail, classe));
            } catch (JacksonException _) {
                return Optional.empty();
            }
        });
    }
}
