package org.ringback.handbook;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The facts about one response code, without prose and the same in every language.
 *
 * @param phrase the reason phrase on the wire, as the registry or the usual sender has it
 * @param emitters products that send or print an unregistered code
 * @param requestHeaders what the request carries when this code is the answer
 * @param requestLacks header fields whose absence from the request brings this answer
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
        CodeOutcome outcome,
        Scope scope,
        Retry retry,
        List<Sender> senders,
        Methods methods,
        List<String> requestHeaders,
        List<String> requestLacks,
        List<HeaderRule> headers,
        Body body,
        DialogEffect dialogEffect,
        ForkEffect forkEffect,
        LocalOrigin localOrigin,
        Q850 q850,
        List<Integer> related,
        List<Reference> references) {

    private static final Set<String> IN_DIALOGS =
            Set.of("INVITE", "UPDATE", "INFO", "PRACK", "BYE", "SUBSCRIBE", "NOTIFY", "REFER");

    public ResponseCode {
        standing = standing == null ? Standing.REGISTERED : standing;
        emitters = emitters == null ? List.of() : List.copyOf(emitters);
        otherPhrases = otherPhrases == null ? List.of() : List.copyOf(otherPhrases);
        senders = List.copyOf(senders);
        requestHeaders = requestHeaders == null ? List.of() : List.copyOf(requestHeaders);
        requestLacks = requestLacks == null ? List.of() : List.copyOf(requestLacks);
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

    /** Whether it can be the response to an INVITE, so that there is a call and a callee. */
    public boolean answersCalls() {
        return methods.mayBe("INVITE");
    }

    /**
     * Whether there is a dialog on which it could have an effect: its requests create one or are sent inside one.
     */
    public boolean touchesDialogs() {
        return methods.only().isEmpty()
                || Stream.of(methods.only(), methods.formerly())
                        .flatMap(List::stream)
                        .anyMatch(IN_DIALOGS::contains);
    }

    /** Whether a Reason header with the cause of the telephone network can be in it. RFC 6432 section 3. */
    public boolean tellsCause() {
        return answersCalls()
                && finality == Finality.FINAL
                && registered()
                && codeClass() != CodeClass.SUCCESS
                && headers.stream().noneMatch(rule -> rule.name().equals("Reason"));
    }

    /** Whether the response may say when to try again. */
    public boolean tellsWhen() {
        return headers.stream().anyMatch(rule -> rule.name().equals("Retry-After"));
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
