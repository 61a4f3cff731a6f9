package org.ringback.session;

/** What is typed or copied where codes are looked for, and may be meant for the open calls. */
public final class CallSearch {

    /** In letters; no SIP message is as short, and no question as long. */
    private static final int LONGEST = 200;

    private CallSearch() {}

    /** Whether a text may be words to look for: one line, and not a long one. */
    public static boolean fits(String words) {
        return words.length() <= LONGEST && words.lines().count() == 1;
    }

    /** Whether words may be of open calls, as a number or a Call-ID is, and not of a code. */
    public static boolean mayFind(Session session, String words) {
        return session.calls().capture().stateProperty().get() != CaptureModel.State.EMPTY
                && SoughtWords.nameCalls(words);
    }

    /** Shows the open calls that have words, and asks for nothing else but their kinds. */
    public static void show(Session session, String words) {
        var filter = session.calls().filterProperty();
        filter.set(filter.get().withKindsOnly().withWords(words));
        session.sectionProperty().set(Section.CALLS);
    }
}
