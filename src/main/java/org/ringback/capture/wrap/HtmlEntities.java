package org.ringback.capture.wrap;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters written as a page of the web writes them, once or several times over: &amp;lt;, &amp;amp;gt;. */
final class HtmlEntities extends LineWrapping {

    private static final Pattern ENTITY =
            Pattern.compile("&(?:amp;){0,3}(lt|gt|quot|amp|apos|nbsp|rarr|#\\d{1,5}|#[xX][0-9A-Fa-f]{1,4});");
    private static final Pattern ESCAPED = Pattern.compile(
            "^(?:&nbsp;|\\W){0,40}[A-Za-z-]{1,30}\\s?:.{0,200}&(?:amp;){0,3}(?:lt|#60|#0?60|#[xX]3[cC]);(?:sips?|tel):"
                    + "|[-=]&(?:amp;){0,3}gt;|&(?:amp;){0,3}lt;-|&nbsp;SIP/2\\.0|SIP/2\\.0&nbsp;\\d|:&nbsp;SIP/2\\.0/");

    @Override
    boolean isAround(List<TextRow> rows) {
        for (TextRow row : rows) {
            if (row.text().indexOf('&') >= 0 && ESCAPED.matcher(row.text()).find()) {
                return true;
            }
        }
        return false;
    }

    @Override
    String peel(String line) {
        if (line.indexOf('&') < 0) {
            return line;
        }
        // A header with a URI in real brackets stands as it was sent.
        if (line.contains("<sip:") || line.contains("<sips:")) {
            return line.replace("&nbsp;", " ");
        }
        return ENTITY.matcher(line).replaceAll(found -> Matcher.quoteReplacement(character(found.group(1))));
    }

    private static String character(String name) {
        return switch (name) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "amp" -> "&";
            case "apos" -> "'";
            case "nbsp" -> " ";
            case "rarr" -> "->";
            default -> {
                boolean hexadecimal = name.charAt(1) == 'x' || name.charAt(1) == 'X';
                int code = hexadecimal ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
                boolean blank = code == 0xA0 || code == 0x200B;
                boolean arrow = code == 0x2192 || code == 0x27F6 || code == 0x21D2;
                yield arrow ? "->" : blank ? " " : code > 0 && code < 256 ? String.valueOf((char) code) : "?";
            }
        };
    }
}
