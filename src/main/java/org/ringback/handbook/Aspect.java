package org.ringback.handbook;

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
            case REQUEST_HEADERS -> code.requestHeaders();
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
