using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace TrainingHub.Documents;

/// <summary>Breaks text into lines by Chinese rules and finds the largest size at which it fits.</summary>
internal sealed class Typesetter(FontFiles fonts)
{
    private const double SizeStep = 0.5;
    private const string NeverFirst = "，。、；：？！）》〉」』】〕”’·…—-,.;:?!)]}%℃年月日时分秒";
    private const string NeverLast = "（《〈「『【〔“‘([{#";

    /// <summary>A line in ems before its size is known, in millimetres after.</summary>
    public sealed record SetLine(IReadOnlyList<Span> Spans, double Width);

    public sealed record Setting(double Size, IReadOnlyList<SetLine> Lines);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Piece(string Text, FontWeight Weight, double Width, bool MayBreakBefore);

    /// <param name="width">Millimetres.</param>
    public Setting Fit(IReadOnlyList<Span> spans, TextStyle style, double width)
    {
        var pieces = Divide(spans);
        var smallest = style.SmallestSize ?? style.Size;
        for (var lines = 1; lines <= style.MaximumLines; lines++)
        {
            for (var size = style.Size; size >= smallest; size -= SizeStep)
            {
                if (TryBreak(pieces, style, width, size, lines) is { } setting)
                {
                    return setting;
                }
            }
        }

        return Squeeze(pieces, style, width, smallest);
    }

    /// <summary>As many lines as the text needs; a word that is wider than a line is broken anywhere.</summary>
    /// <param name="size">Points.</param>
    /// <param name="width">Millimetres.</param>
    /// <param name="indent">Of the first line, in ems.</param>
    public IReadOnlyList<SetLine> Flow(IReadOnlyList<Span> spans, double size, double width, double indent = 0)
    {
        var (pieces, em) = (Divide(spans), Units.Millimetres(size));
        var lines = Break(pieces, width / em, indent, int.MaxValue)
            ?? Break(pieces.ConvertAll(piece => piece with { MayBreakBefore = true }), width / em, indent, int.MaxValue)
            ?? throw new ArgumentException($"No character fits into {width} mm.", nameof(width));
        return [.. lines.Select(line => line with { Width = line.Width * em })];
    }

    /// <summary>Width of the text in ems.</summary>
    public double Measure(string text, FontWeight weight)
    {
        var font = fonts[weight];
        var units = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            units += font.AdvanceOf(font.GlyphOf(rune.Value));
        }

        return (double)units / font.UnitsPerEm;
    }

    private static Setting Squeeze(List<Piece> pieces, TextStyle style, double width, double size)
    {
        while (true)
        {
            size *= 0.97;
            if (TryBreak(pieces, style, width, size, style.MaximumLines) is { } setting)
            {
                return setting;
            }
        }
    }

    private static Setting? TryBreak(List<Piece> pieces, TextStyle style, double width, double size, int lineCount)
    {
        var em = Units.Millimetres(size);
        if (Break(pieces, width / em, style.FirstLineIndent, lineCount) is not { } lines)
        {
            return null;
        }

        // Centred lines look best about equally long: the narrowest column that still holds the same number of lines.
        if (style.Alignment is Alignment.Centre && lines.Count > 1)
        {
            var (narrow, wide) = (width / em / lines.Count, width / em);
            while (wide - narrow > 0.1)
            {
                var middle = (narrow + wide) / 2;
                (narrow, wide) = Break(pieces, middle, style.FirstLineIndent, lines.Count) is null ? (middle, wide) : (narrow, middle);
            }

            lines = Break(pieces, wide, style.FirstLineIndent, lines.Count) ?? lines;
        }

        return new Setting(size, [.. lines.Select(line => line with { Width = line.Width * em })]);
    }

    /// <summary>Fills lines of the given width in ems; null when there would be too many or one is too wide.</summary>
    private static List<SetLine>? Break(List<Piece> pieces, double width, double indent, int lineCount)
    {
        const double rounding = 1e-6;
        var lines = new List<SetLine>();
        for (var start = 0; start < pieces.Count;)
        {
            var room = width - (lines.Count == 0 ? indent : 0) + rounding;
            var end = start;
            var used = 0.0;
            for (var i = start; i < pieces.Count; i++)
            {
                used += pieces[i].Width;
                if (used > room)
                {
                    break;
                }

                if (i + 1 == pieces.Count || pieces[i + 1].MayBreakBefore)
                {
                    end = i + 1;
                }
            }

            if (end == start || lines.Count == lineCount)
            {
                return null;
            }

            lines.Add(Join(pieces, start, end));
            start = end;
        }

        return lines.Count == 0 ? [new SetLine([], 0)] : lines;
    }

    private static SetLine Join(List<Piece> pieces, int start, int end)
    {
        var spans = new List<Span>();
        var text = new StringBuilder();
        var width = 0.0;
        for (var i = start; i < end; i++)
        {
            text.Append(pieces[i].Text);
            width += pieces[i].Width;
            if (i + 1 == end || pieces[i + 1].Weight != pieces[i].Weight)
            {
                spans.Add(new Span(text.ToString(), pieces[i].Weight));
                text.Clear();
            }
        }

        return new SetLine(spans, width);
    }

    private List<Piece> Divide(IReadOnlyList<Span> spans)
    {
        var pieces = new List<Piece>();
        var before = "";
        foreach (var span in spans)
        {
            var isFirst = true;
            foreach (var element in Elements(span.Text))
            {
                var mayBreak = before.Length > 0 && MayBreak(before, element) && (isFirst || !span.KeepTogether);
                pieces.Add(new Piece(element, span.Weight, Measure(element, span.Weight), mayBreak));
                before = element;
                isFirst = false;
            }
        }

        return pieces;
    }

    private static IEnumerable<string> Elements(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, start);
            yield return text.Substring(start, length);
            start += length;
        }
    }

    private static bool MayBreak(string before, string after)
    {
        if (NeverFirst.Contains(after, StringComparison.Ordinal) || NeverLast.Contains(before, StringComparison.Ordinal))
        {
            return false;
        }

        var withinWord = IsWordPart(before[0]) && IsWordPart(after[0]);
        return !withinWord || before[0] == '/';
    }

    private static bool IsWordPart(char letter) => letter is > ' ' and < '\u02B0';
}
