package org.ringback.command;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ringback.handbook.Codes;
import org.ringback.handbook.FacetTexts;
import org.ringback.handbook.Lookalike;
import org.ringback.handbook.ResponseCode;
import org.ringback.language.TextKey;
import org.ringback.language.Texts;

/** Reads a response code that a user typed; for anything else it says what that is and which codes are near. */
final class CodeArgument {

    private static final int NEAREST = 3;

    private static final Pattern STATUS = Pattern.compile("(?<![^\\s\"])[1-9][0-9]{2}(?![^\\s\"])");

    /** More digits than that are not worth a look: the number stays the farthest away. */
    private static final int MOST_DIGITS = 9;

    private final Codes codes;
    private final Texts texts;

    CodeArgument(Codes codes, Texts texts) {
        this.codes = codes;
        this.texts = texts;
    }

    static boolean isNumber(String typed) {
        return Typed.withPlainDigits(typed).matches("[0-9]+");
    }

    /**
     * The number of a code that the handbook has.
     *
     * @throws CommandRefusal for everything else
     */
    int read(String typed) {
        String word = isNumber(typed) ? typed : codeIn(typed).orElseThrow(() -> notANumber(texts, typed));
        String digits = Typed.withPlainDigits(word);
        int number = Integer.parseInt(digits.length() > MOST_DIGITS ? "9".repeat(MOST_DIGITS) : digits);
        if (codes.find(number).isEmpty()) {
            throw lookalike(digits, number).orElseGet(() -> unknown(digits, number));
        }
        return number;
    }

    /**
     * The code in a pasted status line such as {@code SIP/2.0 486 Busy Here}; nothing where there is not exactly one.
     */
    private Optional<String> codeIn(String typed) {
        List<String> found = STATUS.matcher(typed)
                .results()
                .map(MatchResult::group)
                .filter(digits -> codes.find(Integer.parseInt(digits)).isPresent())
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** Asks for the other code of a comparison and offers those that are often confused with this one. */
    CommandRefusal alone(int number) {
        String offers = codes.find(number).orElseThrow().related().stream()
                .limit(NEAREST)
                .map(other -> Command.COMPARE.call(Integer.toString(number), Integer.toString(other)))
                .collect(Collectors.joining(", "));
        return CommandRefusal.misuse(texts, CommandText.SECOND_CODE_MISSING, Integer.toString(number), offers);
    }

    /** A word in the place of a code: the search finds codes by words. */
    static CommandRefusal notANumber(Texts texts, String typed) {
        // People write 4xx for a class; the search finds it by its digit.
        String words = typed.strip().replaceFirst("^([1-9])[xX]{2}$", "$1");
        return CommandRefusal.misuse(
                texts, CommandText.NOT_A_NUMBER, Typed.printable(typed), Command.SEARCH.call(Typed.printable(words)));
    }

    private CommandRefusal unknown(String digits, int number) {
        return CommandRefusal.misuse(
                texts, CommandText.UNKNOWN_CODE, Typed.printable(digits), names(codes.nearest(number, NEAREST)));
    }

    private Optional<CommandRefusal> lookalike(String digits, int number) {
        if (new FacetTexts(texts).knowsCause(number)) {
            return Optional.of(cause(digits, number));
        }
        return Lookalike.of(digits).map(kind -> CommandRefusal.misuse(texts, kind, digits, kind.hidden(digits)));
    }

    private CommandRefusal cause(String digits, int cause) {
        String named = new FacetTexts(texts).cause(cause);
        List<ResponseCode> answers = codes.all().stream()
                .filter(code -> code.q850().fromCauses().contains(cause))
                .toList();
        TextKey text = answers.isEmpty() ? Lookalike.Q850_CAUSE : Lookalike.Q850_CAUSE.with("mapped");
        return CommandRefusal.misuse(texts, text, digits, named, names(answers));
    }

    private static String names(List<ResponseCode> codes) {
        return codes.stream().map(ResponseCode::title).collect(Collectors.joining(", "));
    }
}
