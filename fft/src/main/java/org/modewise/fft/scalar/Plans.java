package org.modewise.fft.scalar;

import java.util.ArrayDeque;
import java.util.Deque;
import org.modewise.core.internal.Arguments;
import org.modewise.fft.spi.SpectrumLayout;

/** Which algorithm transforms which length. The bounds are measured: there one algorithm overtakes another. */
final class Plans {
    /** The largest prime whose butterflies are summed from the definition; larger ones become convolutions. */
    private static final int LARGEST_RADIX = 97;
    /** The longest line of which its numbers are transformed one by one; longer ones are cut into many lanes. */
    private static final int LONGEST_STOCKHAM = 512;
    /** Where a line longer than {@value #SHORT} cannot be cut into so many lanes, it becomes a convolution. */
    private static final int FEWEST_LANES = 8;

    private static final int SHORT = 64;
    /** The widest side of a plane that gives a tile too few lanes. */
    private static final int NARROW = 8;

    private Plans() {}

    /** Whether so many columns or rows are too few for tiles. */
    static boolean narrow(int side) {
        return side <= NARROW;
    }

    /** The step along y. */
    static Columns columns(SpectrumLayout layout, Tiles tiles) {
        return narrow(layout.nx()) ? new LineColumns(layout) : new TiledColumns(layout, tiles);
    }

    /** The step along x. */
    static Slots slots(SpectrumLayout layout, Tiles tiles) {
        return narrow(layout.ny()) ? new LineSlots(layout) : new TiledSlots(layout, tiles);
    }

    /** A transform of n rows. */
    static RowsFft rows(int n) {
        Deque<Radix> radices = radices(n);
        int rest = rest(n, radices);
        RowsFft fft = rest == 1 ? new SingleRow() : new Bluestein(rest, rows(convolution(rest)));
        while (!radices.isEmpty()) {
            fft = new MixedRadix(radices.pop(), fft);
        }
        return fft;
    }

    /** The {@link RowsFft#spareRows} of a transform of n rows, before it is made. */
    static int spareRows(int n) {
        Deque<Radix> radices = radices(n);
        int rest = rest(n, radices);
        int spare = rest == 1 ? 0 : convolution(rest) + spareRows(convolution(rest));
        for (Radix radix : radices) {
            spare = Math.max(spare, radix.spareRows());
        }
        return spare;
    }

    /** The small factors of n, the last to be split off first. */
    private static Deque<Radix> radices(int n) {
        Deque<Radix> radices = new ArrayDeque<>();
        int rest = n;
        for (; rest % 4 == 0 && rest != 8; rest /= 4) {
            radices.push(new Radix4());
        }
        for (int radix : new int[] {8, 2}) {
            for (; rest % radix == 0; rest /= radix) {
                radices.push(radix(radix));
            }
        }
        for (int radix = 3; radix <= LARGEST_RADIX; radix += 2) {
            for (; rest % radix == 0; rest /= radix) {
                radices.push(radix(radix));
            }
        }
        return radices;
    }

    /** What small factors leave of n. */
    private static int rest(int n, Deque<Radix> radices) {
        int rest = n;
        for (Radix radix : radices) {
            rest /= radix.radix();
        }
        return rest;
    }

    private static Radix radix(int radix) {
        return switch (radix) {
            case 2 -> new Radix2();
            case 3 -> new Radix3();
            case 5 -> new Radix5();
            case 8 -> new Radix8();
            default -> new OddRadix(radix);
        };
    }

    /** A transform of one line of n samples. */
    static RealLine realLine(int n) {
        return n % 2 == 0 ? new EvenLine(n, line(n / 2)) : new OddLine(line(n));
    }

    /** A transform of one line of n numbers. */
    static LineFft line(int n) {
        if (isStockham(n)) {
            return new StockhamLine(n);
        }
        int lanes = lanes(n);
        return isConvolved(n, lanes)
                ? new BluesteinLine(n, line(convolution(n)))
                : new FourStep(rows(n / lanes), rows(lanes));
    }

    static boolean isStockham(int n) {
        return Integer.bitCount(n) == 1 && n <= LONGEST_STOCKHAM;
    }

    /** The lanes that a line is cut into, at most as many as rows. */
    static int lanes(int n) {
        int lanes = (int) Math.sqrt(n);
        while (n % lanes != 0) {
            lanes--;
        }
        return lanes;
    }

    static boolean isConvolved(int n, int lanes) {
        return n > SHORT && lanes < FEWEST_LANES;
    }

    /** The cheapest length of a convolution for Bluestein's algorithm, of the prime factors 2, 3 and 5. */
    static int convolution(int n) {
        long least = 2L * n - 1;
        long best = 0;
        double lowest = Double.POSITIVE_INFINITY;
        for (long fives = 1; fives < 2 * least; fives *= 5) {
            for (long threes = fives; threes < 2 * least; threes *= 3) {
                long size = threes;
                while (size < least) {
                    size *= 2;
                }
                double cost = size * costOfARow(size);
                if (cost < lowest) {
                    lowest = cost;
                    best = size;
                }
            }
        }
        return Arguments.allocatable(best, "a convolution for " + n + " samples");
    }

    /** How often {@link MixedRadix} loads and stores each number. */
    private static double costOfARow(long size) {
        double cost = 0;
        long rest = size;
        for (; rest % 4 == 0; rest /= 4) {
            cost += 3.5;
        }
        for (; rest % 2 == 0; rest /= 2) {
            cost += 3;
        }
        for (; rest % 3 == 0; rest /= 3) {
            cost += 3.3;
        }
        for (; rest % 5 == 0; rest /= 5) {
            cost += 5.2;
        }
        return cost;
    }
}
