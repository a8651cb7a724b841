using System.Text;
using TrainingHub.Courseware.Media;
using TrainingHub.Documents;

namespace TrainingHub.UnitTests.Documents;

/// <summary>PNG of every kind in a document, read back by a program that is not ours.</summary>
public sealed class BlendedPictureTests : IDisposable
{
    // Odd sides: the last pass of an interlaced picture and the last byte of a row are not full.
    private const int Width = 13;
    private const int Height = 11;

    private readonly HandbookPrinter _printer = new(TestFonts.Files);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<int, int, bool> Kinds
    {
        get
        {
            (PngColours Colours, int[] Depths)[] all =
            [
                (PngColours.Gray, [1, 2, 4, 8, 16]), (PngColours.Colour, [8, 16]), (PngColours.Palette, [1, 2, 4, 8]), (PngColours.GrayAlpha, [8, 16]), (PngColours.ColourAlpha, [8, 16]),
            ];
            var kinds = new TheoryData<int, int, bool>();
            foreach (var (colours, depth) in all.SelectMany(kind => kind.Depths, (kind, depth) => ((int)kind.Colours, depth)))
            {
                kinds.Add(colours, depth, false);
                kinds.Add(colours, depth, true);
            }

            return kinds;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_png_is_printed_on_white(int colours, int depth, bool isInterlaced)
    {
        var header = new PngHeader(Width, Height, depth, (PngColours)colours, isInterlaced);
        var most = (1 << depth) - 1;
        // One colour is see-through where the file has no alpha of its own: entry 0 of a palette wholly and entry 1 half, else the first colour.
        var png = new TestPng(header, (x, y) => Samples(x, y, header.Samples, most))
        {
            Palette = header.Colours is PngColours.Palette ? [.. Enumerable.Range(0, most + 1).SelectMany(entry => (byte[])[(byte)(entry * 37), (byte)(255 - entry), (byte)(entry * 5)])] : [],
            Transparency = header.Colours switch { PngColours.Palette => [0, 128], PngColours.Gray => [0, 0], PngColours.Colour => [0, 0, 0, 0, 0, 0], _ => [] },
        };

        var printed = Printed(png.Write());

        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                Assert.Equal(Expected(png, Samples(x, y, header.Samples, most), most), printed[x, y]);
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_picture_without_transparency_looks_the_same_interlaced_or_not(bool isInterlaced)
    {
        var header = new PngHeader(Width, Height, 8, PngColours.Colour, isInterlaced);

        var printed = Printed(new TestPng(header, (x, y) => Samples(x, y, 3, 255)).Write());

        Assert.Equal((Samples(12, 10, 3, 255)[0], Samples(12, 10, 3, 255)[1], Samples(12, 10, 3, 255)[2]), printed[12, 10]);
    }

    [Fact]
    public void What_is_broken_is_no_picture()
    {
        var header = new PngHeader(Width, Height, 8, PngColours.ColourAlpha, IsInterlaced: true);
        var png = new TestPng(header, (x, y) => Samples(x, y, 4, 255)).Write();
        var lastData = png.AsSpan().LastIndexOf("IDAT"u8) - 4;
        var palette = new TestPng(new PngHeader(2, 1, 8, PngColours.Palette, IsInterlaced: true), (_, _) => [9]) { Palette = [1, 2, 3] }.Write();
        var huge = (byte[])png.Clone();
        (huge[16], huge[20]) = (0x10, 0x10);

        Assert.NotNull(MediaCleaner.Clean(png));
        Assert.NotNull(Picture.Read(png));
        // Half of its data, an entry that the palette has not, more pixels than there is memory for.
        Assert.All([png[..lastData], palette, huge], bytes => Assert.Null(Picture.Read(bytes)));
    }

    private static int[] Samples(int x, int y, int samples, int most) =>
        [.. Enumerable.Range(0, samples).Select(part => x is 0 && part < 3 ? 0 : (int)(((((long)x * 7) + (y * 31) + (part * 53)) * (most > 255 ? 197 : 1)) % (most + 1)))];

    private static (int Red, int Green, int Blue) Expected(TestPng png, int[] samples, int most)
    {
        var colours = png.Header.Colours;
        var shown = Array.ConvertAll(samples, sample => Math.Round(sample * 255.0 / most, MidpointRounding.AwayFromZero));
        var isKey = samples.All(sample => sample is 0);
        var (red, green, blue, alpha) = colours switch
        {
            PngColours.Palette => (png.Palette[samples[0] * 3], png.Palette[(samples[0] * 3) + 1], png.Palette[(samples[0] * 3) + 2], samples[0] switch { 0 => 0.0, 1 => 128, _ => 255 }),
            PngColours.Gray => (shown[0], shown[0], shown[0], isKey ? 0 : 255),
            PngColours.GrayAlpha => (shown[0], shown[0], shown[0], shown[1]),
            PngColours.Colour => (shown[0], shown[1], shown[2], isKey ? 0 : 255),
            _ => (shown[0], shown[1], shown[2], shown[3]),
        };
        return (On(red), On(green), On(blue));

        int On(double value) => (int)Math.Floor((((value * alpha) + (255 * (255 - alpha))) / 255) + 0.5);
    }

    /// <summary>What a program takes out of the document.</summary>
    private (int Red, int Green, int Blue)[,] Printed(byte[] png)
    {
        var book = new HandbookSheet
        {
            Kicker = "安全知识手册",
            Title = "图",
            Summary = "一张图。",
            Facts = [],
            Chapters = [new HandbookChapter("图", [new FlowBlock.Photograph(Picture.Read(png)!, "一扇门", "")])],
            Published = new DateOnly(2026, 1, 1),
        };
        var path = _folder.Save("book.pdf", Assert.IsType<PrintOutcome.Printed>(_printer.Pdf(book)).Bytes);
        var prefix = Path.Combine(Path.GetDirectoryName(path)!, "out");
        Assert.Equal(0, ExternalTool.Run("pdfimages", "poppler-utils", path, prefix).ExitCode);
        var bytes = File.ReadAllBytes($"{prefix}-000.ppm");
        var head = Encoding.ASCII.GetBytes($"P6\n{Width} {Height}\n255\n");
        Assert.Equal(head, bytes[..head.Length]);
        var pixels = new (int Red, int Green, int Blue)[Width, Height];
        for (var place = 0; place < Width * Height; place++)
        {
            var at = head.Length + (place * 3);
            pixels[place % Width, place / Width] = (bytes[at], bytes[at + 1], bytes[at + 2]);
        }

        return pixels;
    }
}
