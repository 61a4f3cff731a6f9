package org.ringback.window.share;

import javafx.geometry.Rectangle2D;
import javafx.print.PageLayout;
import javafx.print.PrinterJob;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.stage.Window;

/** Prints a picture, as wide as the paper, on as many pages as it takes. */
public final class Printing {

    /** How it went. */
    enum Outcome {
        PRINTED,
        CANCELED,
        NO_PRINTER,
        FAILED
    }

    /** How far up from the end of a page a blank row is looked for. */
    private static final double SHORTEST_PAGE = 0.8;

    private Printing() {}

    static Outcome print(Image picture, Window owner) {
        PrinterJob job = PrinterJob.createPrinterJob();
        if (job == null) {
            return Outcome.NO_PRINTER;
        }
        if (!job.showPrintDialog(owner)) {
            job.cancelJob();
            return Outcome.CANCELED;
        }
        return printPages(job, picture) && job.endJob() ? Outcome.PRINTED : Outcome.FAILED;
    }

    /** The last row of one color before the end of a page, so that no line of text is cut in two. */
    public static double breakBefore(Image picture, double end, double start) {
        if (end >= picture.getHeight()) {
            return picture.getHeight();
        }
        for (int row = (int) end; row > start; row--) {
            if (blank(picture, row)) {
                return row;
            }
        }
        return (int) end;
    }

    private static boolean blank(Image picture, int row) {
        var pixels = picture.getPixelReader();
        int first = pixels.getArgb(0, row);
        for (int column = 1; column < picture.getWidth(); column++) {
            if (pixels.getArgb(column, row) != first) {
                return false;
            }
        }
        return true;
    }

    private static boolean printPages(PrinterJob job, Image picture) {
        PageLayout paper = job.getJobSettings().getPageLayout();
        double pageHeight = paper.getPrintableHeight() * picture.getWidth() / paper.getPrintableWidth();
        double bottom;
        for (double top = 0; top < picture.getHeight(); top = bottom) {
            bottom = breakBefore(picture, top + pageHeight, top + pageHeight * SHORTEST_PAGE);
            var page = new ImageView(picture);
            page.setViewport(new Rectangle2D(0, top, picture.getWidth(), bottom - top));
            page.setFitWidth(paper.getPrintableWidth());
            page.setPreserveRatio(true);
            if (!job.printPage(paper, page)) {
                return false;
            }
        }
        return true;
    }
}
