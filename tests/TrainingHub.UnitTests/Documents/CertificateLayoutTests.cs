using TrainingHub.Documents;

namespace TrainingHub.UnitTests.Documents;

public sealed class CertificateLayoutTests
{
    public static TheoryData<string> Cases => ["short", "long", "endless"];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Nothing_overlaps_or_leaves_the_frame(string which)
    {
        var sheet = new CertificateLayout(Choose(which), TestFonts.Files).Compose();

        var boxes = sheet.Drawings.SelectMany(drawing => Boxes(drawing)).ToList();
        Assert.All(boxes, box => Assert.True(box is { Left: > 13, Top: > 13, Right: < 284, Bottom: < 197 }, $"outside: {box}"));
        for (var i = 0; i < boxes.Count; i++)
        {
            for (var j = i + 1; j < boxes.Count; j++)
            {
                Assert.False(boxes[i].Touches(boxes[j]), $"overlap: {boxes[i]} and {boxes[j]}");
            }
        }
    }

    private static CertificateSheet Choose(string which) => which switch
    {
        "short" => Certificates.Short,
        "long" => Certificates.Long,
        _ => Certificates.Long with
        {
            Name = new string('名', 40),
            Unit = new string('校', 80),
            Position = new string('职', 40),
            Programme = new string('训', 200),
            Issuer = new string('局', 80),
            Serial = new string('1', 60),
            VerifyAddress = new Uri("https://training.example.cn/" + new string('a', 150)),
        },
    };

    private static IEnumerable<Box> Boxes(Drawing drawing)
    {
        if (drawing is Drawing.QrCode code)
        {
            var quiet = 4 * code.Side / code.Matrix.Size;
            yield return new Box("QR", code.X - quiet, code.Y - quiet, code.X + code.Side + quiet, code.Y + code.Side + quiet);
        }

        if (drawing is Drawing.Text text)
        {
            var typesetter = new Typesetter(TestFonts.Files);
            var em = text.Size * 25.4 / 72;
            foreach (var line in text.Lines)
            {
                var width = line.Spans.Sum(span => typesetter.Measure(span.Text, span.Weight)) * em;
                yield return new Box(line.Text, line.X, line.Y - 0.85 * em, line.X + width, line.Y + 0.12 * em);
            }
        }
    }

    private sealed record Box(string What, double Left, double Top, double Right, double Bottom)
    {
        public bool Touches(Box other) =>
            Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }
}
