package org.ringback.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.language.HeldBlanks;

/**
 * A line of text as Markdown that shows just this text. Whatever a tracker would make a link or a mention of becomes code:
 * strangers wrote what stands in messages, and trackers look for mentions where Markdown is read already, so that a backslash
 * does not keep them from it.
 */
final class MarkdownWords {

    private static final Pattern WORD = Pattern.compile("[^\\s\\p{Z}]+");

    /** Addresses of the web and of mail, hosts, mentions, and issues, changes and commits as GitHub, GitLab and Jira write them. */
    private static final Pattern LINKED = Pattern.compile("""
        @\\w|\\w@|://|(?i:www\\.|mailto:|xmpp:)\
        |[\\p{L}\\p{N}_-]\\.[\\p{L}]{2,}|\\bxn--\
        |\\w#\\w|#\\d|#[\\p{L}_]|[!$&]\\d|[%~][\\w"]|[*\\[]\\w+:\
        |\\b[A-Z][A-Z0-9_]*-\\d|\\bGHSA-\\w\
        |\\b[0-9a-fA-F]{7,}\\b\
        """);

    private static final int SHORTEST_COMMIT = 7;

    /** What stands around a word in a sentence and is no part of it. */
    private static final Pattern CORE =
            Pattern.compile("^([(\"'\u00ab\u201c\u201e]{0,3})(.+?)([)\"'\u00bb\u201d\u201c.,;:!?]{0,4})$");

    private static final Pattern SYNTAX = Pattern.compile("[\\\\`*_<>\\[\\]~$]|&(?=#?\\w+;)");

    /** At the beginning of a line: a heading, a list, a line across the page. */
    private static final Pattern BEGINNING = Pattern.compile("^(?:[-+#](?=\\s|$)|-(?=[-\\s]*$)|=(?=[=\\s]*$))");

    private static final Pattern NUMBERED = Pattern.compile("^(\\d+)([.)])(?=\\s|$)");
    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private MarkdownWords() {}

    static String inline(String text) {
        String line = HeldBlanks.released(text).strip();
        var written = new StringBuilder(line.length() + 16);
        Matcher words = WORD.matcher(line);
        int end = 0;
        while (words.find()) {
            written.append(line, end, words.start());
            write(words.group(), written);
            end = words.end();
        }
        written.append(line, end, line.length());
        String all = BEGINNING.matcher(written).replaceFirst("\\\\$0");
        return NUMBERED.matcher(all).replaceFirst("$1\\\\$2");
    }

    /** Nearly all words are letters, with perhaps a stop behind them: nothing in them means anything to anybody. */
    private static boolean plain(String word) {
        int hexadecimal = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean stop = i == word.length() - 1 && ".,;:".indexOf(c) >= 0;
            hexadecimal = Character.digit(c, 16) < 0 ? 0 : hexadecimal + 1;
            if ((!stop && !Character.isLetter(c)) || hexadecimal >= SHORTEST_COMMIT) {
                return false;
            }
        }
        return true;
    }

    private static void write(String word, StringBuilder written) {
        if (plain(word)) {
            written.append(word);
            return;
        }
        if (!LINKED.matcher(word).find()) {
            written.append(escaped(word));
            return;
        }
        Matcher core = CORE.matcher(word);
        if (core.matches() && LINKED.matcher(core.group(2)).find()) {
            written.append(escaped(core.group(1))).append(code(core.group(2))).append(escaped(core.group(3)));
        } else {
            written.append(code(word));
        }
    }

    /** Keeps what Markdown would take for its own: {@code *;+sip.608}, {@code <branch>}, {@code a_b}. */
    private static String escaped(String text) {
        return SYNTAX.matcher(text).replaceAll("\\\\$0");
    }

    /** Its fence must be another run of backticks than any within (CommonMark 0.31, 6.1). */
    private static String code(String word) {
        int longest = BACKTICKS
                .matcher(word)
                .results()
                .mapToInt(run -> run.group().length())
                .max()
                .orElse(0);
        String fence = "`".repeat(longest + 1);
        String room = word.startsWith("`") || word.endsWith("`") ? " " : "";
        return fence + room + word + room + fence;
    }
}
