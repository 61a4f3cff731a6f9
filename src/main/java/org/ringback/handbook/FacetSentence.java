package org.ringback.handbook;

import org.ringback.language.NamedKey;
import org.ringback.language.TextKey;

/** Whole sentences about values that cannot be said of every code in the same words; the code is their one place. */
enum FacetSentence implements NamedKey {
    FAILURE_ASKS,
    FAILURE_IN_DOMAIN,
    FAILURE_OF_NOBODY,
    FAILURE_FOR_NOW,
    FAILURE_FOR_GOOD,
    FAILURE_OF_THE_WAY,
    FAILURE_FOR_THE_USER,
    ONE_PLACE,
    ONE_BRANCH_CALLED_OFF,
    SUBSCRIPTION_GOES_ON,
    SUBSCRIPTION_ENDS,
    LATER_WITHOUT_TIME;

    @Override
    public String group() {
        return "sentence";
    }

    /** The sentence that says this value of this code and stays true of it. */
    static TextKey of(Facet facet, ResponseCode code) {
        return switch (facet) {
            case CodeClass kind when kind == CodeClass.CLIENT_FAILURE -> failure(code);
            case Scope scope when scope == Scope.BRANCH -> branch(code);
            case DialogEffect effect when !code.answersCalls() -> withoutCall(effect);
            case Retry retry when retry == Retry.LATER && !code.tellsWhen() -> LATER_WITHOUT_TIME;
            default -> facet.sentence();
        };
    }

    /** What a 4xx means for the next attempt differs from code to code. */
    private static TextKey failure(ResponseCode code) {
        if (code.scope() == Scope.DOMAIN) {
            return FAILURE_IN_DOMAIN;
        }
        return switch (code.retry()) {
            case AUTOMATIC -> FAILURE_ASKS;
            case NOT_NEEDED -> FAILURE_OF_NOBODY;
            case LATER -> FAILURE_FOR_NOW;
            case NEVER -> FAILURE_FOR_GOOD;
            case PROXY_ONLY -> FAILURE_OF_THE_WAY;
            case ASK_USER -> FAILURE_FOR_THE_USER;
            case AFTER_CHANGE, ELSEWHERE, KEEP_WAITING -> CodeClass.CLIENT_FAILURE.sentence();
        };
    }

    private static TextKey branch(ResponseCode code) {
        return switch (code.outcome()) {
            case CALLED_OFF -> ONE_BRANCH_CALLED_OFF;
            case ADDRESS, REQUEST, RULE, CALLEE, PATH -> code.answersCalls() ? Scope.BRANCH.sentence() : ONE_PLACE;
            case PENDING, DONE, MOVED, IDENTITY, STATE, NOT_SENT -> ONE_PLACE;
        };
    }

    private static TextKey withoutCall(DialogEffect effect) {
        return switch (effect) {
            case TRANSACTION_ONLY -> SUBSCRIPTION_GOES_ON;
            case DESTROYS_USAGE -> SUBSCRIPTION_ENDS;
            default -> effect.sentence();
        };
    }
}
