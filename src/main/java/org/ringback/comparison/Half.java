package org.ringback.comparison;

import java.util.EnumMap;
import java.util.Map;
import org.ringback.handbook.Aspect;
import org.ringback.handbook.FacetTexts;
import org.ringback.handbook.ResponseCode;

/** What one code has to say in every comparison, in one language: said once, whichever code it stands beside. */
final class Half {

    private final ResponseCode code;
    private final Map<Aspect, String> values = new EnumMap<>(Aspect.class);
    private final Map<Aspect, String> shared = new EnumMap<>(Aspect.class);
    private final Map<Aspect, String> sentences = new EnumMap<>(Aspect.class);

    Half(ResponseCode code, FacetTexts facets) {
        this.code = code;
        for (Aspect aspect : Aspect.values()) {
            values.put(aspect, facets.value(aspect, code));
            shared.put(aspect, facets.shared(aspect, code));
            sentences.put(aspect, facets.sentence(aspect, code));
        }
    }

    boolean same(Aspect aspect, Half other) {
        return aspect.same(code, other.code);
    }

    /** Whether the aspect has any meaning for the code. */
    boolean concerns(Aspect aspect) {
        return aspect.concerns(code);
    }

    /** Whether the code has a value there. */
    boolean says(Aspect aspect) {
        return !values.get(aspect).isEmpty();
    }

    /** The short value that another code may have as well; empty where there is nothing to say. */
    String shared(Aspect aspect) {
        return shared.get(aspect);
    }

    /** The whole sentence that names the code. */
    String sentence(Aspect aspect) {
        return sentences.get(aspect);
    }
}
