package org.ringback.handbook;

import java.util.List;

/**
 * The facts about one response code, without prose and the same in every language.
 *
 * @param phrase the reason phrase on the wire, as the registry or the usual sender has it
 * @param emitters products that send or print an unregistered code
 * @param requestHeaders what the request carries when this code is the answer
 * @param headers header fields of the response beyond those copied into every response
 * @param body {@code null} if none is to be expected
 * @param references the defining section first
 */
public record ResponseCode(
        int number,
        String phrase,
        Standing standing,
        List<String> emitters,
        List<OtherPhrase> otherPhrases,
        Finality finality,
        Scope scope,
        Retry retry,
        List<Sender> senders,
        Methods methods,
        List<String> requestHeaders,
        List<HeaderRule> headers,
        Body body,
        DialogEffect dialogEffect,
        ForkEffect forkEffect,
        LocalOrigin localOrigin,
        Q850 q850,
        List<Integer> related,
        List<Reference> references) {

    public ResponseCode {
        standing = standing == null ? Standing.REGISTERED : standing;
        emitters = emitters == null ? List.of() : List.copyOf(emitters);
        otherPhrases = otherPhrases == null ? List.of() : List.copyOf(otherPhrases);
        senders = List.copyOf(senders);
        requestHeaders = requestHeaders == null ? List.of() : List.copyOf(requestHeaders);
        headers = headers == null ? List.of() : List.copyOf(headers);
        q850 = q850 == null ? Q850.NONE : q850;
        related = List.copyOf(related);
        references = List.copyOf(references);
    }

    public CodeClass codeClass() {
        return CodeClass.of(number);
    }

    /** Whether IANA lists it. */
    public boolean registered() {
        return switch (standing) {
            case REGISTERED, DEPRECATED, RESERVED -> true;
            default -> false;
        };
    }

    /** Whether a success or provisional code: good news unless something else is wrong. */
    public boolean goodNews() {
        return codeClass() == CodeClass.PROVISIONAL || codeClass() == CodeClass.SUCCESS;
    }

    /** How people name it: {@code 486 Busy Here}. */
    public String title() {
        return digits() + " " + phrase;
    }

    /** The number as text: codes never go through a locale. */
    public String digits() {
        return Integer.toString(number);
    }
}
