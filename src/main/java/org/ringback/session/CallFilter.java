package org.ringback.session;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.ringback.call.Call;
import org.ringback.call.CallKind;
import org.ringback.words.EndingText;

/**
 * Which calls are to be seen.
 *
 * @param words each of which has to be in a party, the Call-ID, the method or an address, or is the code with which the
 *     call was refused
 * @param kinds none of the others is shown
 * @param endings how it may have ended; any way if empty
 * @param codes what the final code may be; any or none if empty
 * @param began when it has to have begun
 * @param programs one of which took part in it, as it calls itself; any if empty
 * @param problemsOnly whether something must have gone wrong
 * @param notedOnly whether the user must have noted something at it or at one of its messages
 * @param struck the calls that one incident struck, of whatever kind: only these, and the kinds do not count; all if empty
 */
public record CallFilter(
        String words,
        Set<CallKind> kinds,
        Set<EndingText> endings,
        Set<Integer> codes,
        TimeRange began,
        Set<String> programs,
        boolean problemsOnly,
        boolean notedOnly,
        Set<Call> struck) {

    /** Everything but what phones and servers say to each other all day long. */
    public static final CallFilter USUAL = new CallFilter(
            "",
            EnumSet.complementOf(EnumSet.of(CallKind.OTHER)),
            Set.of(),
            Set.of(),
            TimeRange.ANY,
            Set.of(),
            false,
            false,
            Set.of());

    public CallFilter {
        kinds = Set.copyOf(kinds);
        endings = Set.copyOf(endings);
        codes = Set.copyOf(codes);
        programs = Set.copyOf(programs);
        struck = Set.copyOf(struck);
    }

    public CallFilter withWords(String typed) {
        return changed(draft -> draft.words = typed);
    }

    public CallFilter withKinds(Set<CallKind> chosen) {
        return changed(draft -> draft.kinds = chosen);
    }

    public CallFilter withEndings(Set<EndingText> chosen) {
        return changed(draft -> draft.endings = chosen);
    }

    public CallFilter withCodes(Set<Integer> chosen) {
        return changed(draft -> draft.codes = chosen);
    }

    public CallFilter withBegan(TimeRange chosen) {
        return changed(draft -> draft.began = chosen);
    }

    public CallFilter withPrograms(Set<String> chosen) {
        return changed(draft -> draft.programs = chosen);
    }

    public CallFilter withProblemsOnly(boolean only) {
        return changed(draft -> draft.problemsOnly = only);
    }

    public CallFilter withNotedOnly(boolean only) {
        return changed(draft -> draft.notedOnly = only);
    }

    public CallFilter withStruck(Set<Call> only) {
        return changed(draft -> draft.struck = only);
    }

    /** Of the same kinds, with nothing else asked for. */
    public CallFilter withKindsOnly() {
        return USUAL.withKinds(kinds);
    }

    /** Where there is nothing else, even what is usually left out is worth seeing. */
    CallFilter showingSomethingOf(List<CallRow> all) {
        boolean onlyOthers =
                !all.isEmpty() && all.stream().allMatch(row -> row.call().kind() == CallKind.OTHER);
        return onlyOthers && equals(USUAL) ? withKinds(EnumSet.allOf(CallKind.class)) : this;
    }

    /** The words one by one, as {@link #lets} takes them. */
    List<SoughtWords.Word> typed() {
        return SoughtWords.in(words);
    }

    /** @param noted whether something is noted at the call */
    boolean lets(CallRow row, List<SoughtWords.Word> typed, boolean noted) {
        return (struck.isEmpty() ? kinds.contains(row.call().kind()) : struck.contains(row.call()))
                && (!problemsOnly || row.problem())
                && (!notedOnly || noted)
                && (codes.isEmpty() || codes.contains(row.code()))
                && (endings.isEmpty() || endings.contains(row.ending()))
                && began.holds(row.call().start())
                && (programs.isEmpty() || row.programs().stream().anyMatch(programs::contains))
                && typed.stream().allMatch(word -> word.in(row.searched()) || refusedWith(word.bare(), row));
    }

    /** A 200 is the end of most calls and the extension of many a phone: whoever types it means the phone. */
    private static boolean refusedWith(String word, CallRow row) {
        return row.code() >= 300 && word.equals(Integer.toString(row.code()));
    }

    private CallFilter changed(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.done();
    }

    /** All that is asked for, on its way from one filter to another. */
    private static final class Draft {

        private String words;
        private Set<CallKind> kinds;
        private Set<EndingText> endings;
        private Set<Integer> codes;
        private TimeRange began;
        private Set<String> programs;
        private boolean problemsOnly;
        private boolean notedOnly;
        private Set<Call> struck;

        Draft(CallFilter from) {
            words = from.words;
            kinds = from.kinds;
            endings = from.endings;
            codes = from.codes;
            began = from.began;
            programs = from.programs;
            problemsOnly = from.problemsOnly;
            notedOnly = from.notedOnly;
            struck = from.struck;
        }

        CallFilter done() {
            return new CallFilter(words, kinds, endings, codes, began, programs, problemsOnly, notedOnly, struck);
        }
    }
}
