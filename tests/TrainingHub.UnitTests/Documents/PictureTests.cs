using System.Buffers.Binary;
using System.IO.Compression;
using TrainingHub.Documents;

namespace TrainingHub.UnitTests.Documents;

public sealed class PictureTests
{
    private readonly CertificatePrinter _printer = new(TestFonts.Files);

    [Fact]
    public void Certificate_is_a_picture_1600_pixels_wide_whose_code_can_be_read()
    {
        using var folder = new TemporaryFolder();
        var bytes = Certificates.Printed(_printer.Png(Certificates.Long));

        var (_, output) = ExternalTool.Run("zbarimg", "zbar-tools", "-q", "--raw", folder.Save("certificate.png", bytes));

        var (width, height, _) = Decode(bytes);
        Assert.Equal((1600, 1131), (width, height));
        Assert.Equal(Certificates.Long.VerifyAddress.AbsoluteUri, output.Trim());
    }

    [Fact]
    public void Same_facts_give_the_same_picture()
    {
        Assert.Equal(Certificates.Printed(_printer.Png(Certificates.Short)), Certificates.Printed(_printer.Png(Certificates.Short)));
    }

    [Fact]
    public void Rectangles_lines_and_frames_stand_where_they_were_put()
    {
        var sheet = new Sheet(new SheetSize(10, 10), TestFonts.Files);
        sheet.Rectangle(1, 1, 2, 2, Colour.Accent);
        sheet.Line(5, 0, 5, 10, 1, Colour.Ink);
        sheet.Frame(7, 7, 2, 2, 0.5, Colour.Accent);

        var (_, _, pixels) = Decode(PngRenderer.Render(sheet, 100));

        Assert.Equal(Colour.White, At(pixels, 5, 5));
        Assert.Equal(Colour.Accent, At(pixels, 15, 25));
        Assert.Equal(Colour.White, At(pixels, 30, 25));
        Assert.Equal(Colour.Ink, At(pixels, 50, 99));
        Assert.Equal(Colour.Accent, At(pixels, 70, 80));
        Assert.Equal(Colour.White, At(pixels, 80, 80));
    }

    [Fact]
    public void Glyphs_cover_as_much_as_their_outline_encloses()
    {
        // 口 is a frame: its middle is white, its bars are full ink, and an I-shaped bar has exact soft edges.
        var sheet = new Sheet(new SheetSize(10, 10), TestFonts.Files);
        sheet.Text(0, 9, 20, new TextStyle { Size = 28 }, "口", FontWeight.Bold);

        var (_, _, pixels) = Decode(PngRenderer.Render(sheet, 100));

        Assert.Equal(Colour.White, At(pixels, 50, 55));
        Assert.Contains(Enumerable.Range(0, 50), x => At(pixels, x, 55) == Colour.Ink);
    }

    [Fact]
    public void Slanted_lines_are_drawn_and_cut_at_the_edge()
    {
        var sheet = new Sheet(new SheetSize(10, 10), TestFonts.Files);
        sheet.Line(-5, -5, 15, 15, 1, Colour.Ink);

        var (_, _, pixels) = Decode(PngRenderer.Render(sheet, 100));

        Assert.Equal(Colour.Ink, At(pixels, 50, 50));
        Assert.Equal(Colour.White, At(pixels, 80, 20));
    }

    [Fact]
    public void Mask_measures_a_triangle_exactly()
    {
        var mask = new CoverageMask();
        mask.Reset(10, 10);
        mask.AddEdge(0, 0, 9.5, 7.25);
        mask.AddEdge(9.5, 7.25, 0, 7.25);
        mask.AddEdge(0, 7.25, 0, 0);

        var area = 0f;
        var row = new float[10];
        for (var y = 0; y < 10; y++)
        {
            mask.ReadRow(y, row);
            area += row.Sum();
        }

        Assert.Equal(9.5f * 7.25f / 2, area, 0.001f);
    }

    private static Colour At(byte[] pixels, int x, int y)
    {
        var at = y * 301 + 1 + 3 * x;   // each row of 100 pixels begins with its filter byte
        return new Colour(pixels[at], pixels[at + 1], pixels[at + 2]);
    }

    private static (int Width, int Height, byte[] Rows) Decode(byte[] png)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], png[..8]);
        var width = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16));
        var height = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20));
        var data = png.AsSpan().IndexOf("IDAT"u8);
        var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(data - 4));
        using var zlib = new ZLibStream(new MemoryStream(png, data + 4, length), CompressionMode.Decompress);
        using var rows = new MemoryStream();
        zlib.CopyTo(rows);
        Assert.Equal(height * (1 + 3 * width), rows.Length);
        return (width, height, rows.ToArray());
    }
}
