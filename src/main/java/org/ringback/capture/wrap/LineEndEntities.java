package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Ends of line written as numbers: as entities, as XML does within an attribute, in angle brackets ({@code <0d><0a>}), or as
 * PowerShell and spreadsheets write them ({@code _x000D__x000A_}).
 */
final class LineEndEntities implements Wrapping {

    private static final Pattern END = Pattern.compile(
            "(?:&#(?:13|[xX]0?[dD]);)?&#(?:10|[xX]0?[aA]);|(?:<0[dD]>)?<0[aA]>|(?:_x000D_)?_x000A_|\\^M\\^J|(?<=SIP/2\\.0|[\\w>;:\",)*=\\]/.+\\-"
                + " ])\\^M(?:\\^J)?(?=[A-Za-z^\"])");

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        List<TextRow> peeled = null;
        for (int i = 0; i < rows.size(); i++) {
            TextRow row = rows.get(i);
            if (row.text().contains("SIP/2.0")
                    && (row.text().contains("&#")
                            || row.text().contains("<0")
                            || row.text().contains("_x000A_")
                            || row.text().contains("^M"))
                    && END.matcher(row.text()).find()) {
                peeled = peeled == null ? new ArrayList<>(rows.subList(0, i)) : peeled;
                TextLines.add(row, END.matcher(row.text()).replaceAll("\n"), peeled);
            } else if (peeled != null) {
                peeled.add(row);
            }
        }
        return peeled == null ? rows : peeled;
    }
}
