package org.ringback.handbook;

import java.util.List;
import java.util.Optional;
import org.ringback.language.NamedKey;

/** The points in which codes are described and compared, in the order in which a reader wants them. */
public enum Aspect implements NamedKey {
    CLASS,
    STANDING,
    FINALITY,
    SENDERS,
    RETRY,
    SCOPE,
    METHODS,
    REQUEST_HEADERS,
    HEADERS,
    BODY,
    DIALOG,
    FORKS,
    LOCAL_ORIGIN,
    TO_Q850,
    FROM_Q850;

    /** Whether the aspect has any meaning for the code: without a call there is no fork, no gateway. */
    public boolean concerns(ResponseCode code) {
        return switch (this) {
            case DIALOG -> code.touchesDialogs();
            case FORKS, TO_Q850, FROM_Q850 -> code.answersCalls();
            default -> true;
        };
    }

    /** Where the rules stand by which codes differ in this aspect, if they are not those of the codes themselves. */
    public Optional<Reference> basis() {
        return switch (this) {
            case DIALOG -> Optional.of(new Reference(5057, "5.1"));
            case FORKS -> Optional.of(new Reference(3261, "16.7"));
            case LOCAL_ORIGIN -> Optional.of(new Reference(3261, "8.1.3.1"));
            case TO_Q850 -> Optional.of(new Reference(3398, "8.2.6.1"));
            case FROM_Q850 -> Optional.of(new Reference(3398, "7.2.4.1"));
            default -> Optional.empty();
        };
    }

    /** The fact behind the aspect; two codes agree in it when these are equal. */
    Object fact(ResponseCode code) {
        return switch (this) {
            case CLASS -> code.codeClass();
            case STANDING -> code.standing();
            case FINALITY -> code.finality();
            case SENDERS -> code.senders();
            case RETRY -> code.retry();
            case SCOPE -> code.scope();
            case METHODS -> code.methods();
            case REQUEST_HEADERS -> List.of(code.requestHeaders(), code.requestLacks());
            case HEADERS -> code.headers();
            case BODY -> code.body() == null ? "" : code.body();
            case DIALOG -> code.dialogEffect();
            case FORKS -> code.forkEffect();
            case LOCAL_ORIGIN -> code.localOrigin();
            case TO_Q850 -> code.q850().toCause() == null ? "" : code.q850().toCause();
            case FROM_Q850 -> code.q850().fromCauses();
        };
    }

    /** Whether two codes agree in this aspect. */
    public boolean same(ResponseCode one, ResponseCode other) {
        return fact(one).equals(fact(other));
    }

    @Override
    public String group() {
        return "aspect";
    }
}
