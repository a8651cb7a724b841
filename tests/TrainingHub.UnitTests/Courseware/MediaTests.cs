using System.Text;
using TrainingHub.Courseware.Media;

namespace TrainingHub.UnitTests.Courseware;

public sealed class MediaTests : IDisposable
{
    private readonly CourseFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<byte[], MediaKind> Secrets => new()
    {
        { TestMedia.PngWithSecrets(), MediaKind.Png },
        { TestMedia.JpegWithSecrets(), MediaKind.Jpeg },
        { TestMedia.Mp4WithSecrets(), MediaKind.Mp4 },
    };

    [Theory]
    [MemberData(nameof(Secrets))]
    public void What_tells_of_people_and_places_is_taken_out(byte[] bytes, MediaKind kind)
    {
        var clean = MediaCleaner.Clean(bytes)!;

        Assert.Equal(kind, clean.Kind);
        Assert.DoesNotContain(TestMedia.Secret, Encoding.Latin1.GetString(clean.Bytes), StringComparison.Ordinal);
        Assert.Equal(clean.Bytes, MediaCleaner.Clean(clean.Bytes)!.Bytes);
    }

    [Theory]
    [InlineData(1, 3, 2)]
    [InlineData(3, 3, 2)]
    [InlineData(6, 2, 3)]
    public void A_picture_keeps_the_side_it_stands_on(byte direction, int width, int height)
    {
        var clean = MediaCleaner.Clean(TestMedia.JpegWithSecrets(direction))!;

        Assert.Equal((width, height), (clean.Width, clean.Height));
    }

    [Fact]
    public void A_clean_png_stays_as_it_is() => Assert.Equal(TestMedia.Png(), MediaCleaner.Clean(TestMedia.Png())!.Bytes);

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")]
    [InlineData("<!doctype html><script>alert(1)</script>")]
    [InlineData("GIF89a")]
    [InlineData("RIFF\u0010\u0000\u0000\u0000WEBPVP8 ")]
    [InlineData("%PDF-1.7")]
    [InlineData("")]
    public void Every_other_kind_is_refused(string content) => Assert.Null(MediaCleaner.Clean(Encoding.Latin1.GetBytes(content)));

    [Fact]
    public void Broken_pictures_are_refused()
    {
        foreach (var whole in new[] { TestMedia.Png(), TestMedia.JpegWithSecrets()[..^TestMedia.Secret.Length] })
        {
            Assert.All(Enumerable.Range(0, whole.Length), length => Assert.Null(MediaCleaner.Clean(whole[..length])));
        }
    }

    [Fact]
    public void A_picture_is_shown_with_its_words_and_size()
    {
        folder.Write("doors/pictures/door.png", TestMedia.Png());

        var html = folder.Html("::: picture door.png 出口“<b>”\n一扇 <script>alert(1)</script> 敞开的门\n:::");

        Assert.Matches("<img src=\"/courses/doors/files/[0-9a-f]{64}/door.png\" alt=\"一扇 &lt;script&gt;alert\\(1\\)&lt;/script&gt; 敞开的门\" width=\"2\" height=\"2\" loading=\"lazy\"", html);
        Assert.Contains("<figcaption>出口“&lt;b&gt;”</figcaption>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("::: picture lost.png\n门\n:::", "media-missing")]
    [InlineData("::: picture door.png\n:::", "media-alternative-missing")]
    [InlineData("::: picture\n门\n:::", "media-block-incomplete")]
    [InlineData("::: picture ../door.png\n门\n:::", "media-missing")]
    [InlineData("::: video drill.mp4\n演练\n:::", "media-block-incomplete")]
    [InlineData("::: video drill.mp4 lost.vtt\n演练\n:::", "media-missing")]
    [InlineData("::: video door.png drill.vtt\n演练\n:::", "media-missing")]
    public void A_block_that_lacks_something_is_named_with_its_line(string block, string code)
    {
        folder.Write("doors/pictures/door.png", TestMedia.Png()).Write("doors/pictures/drill.mp4", MediaCleaner.Clean(TestMedia.Mp4WithSecrets())!.Bytes)
            .Write("doors/pictures/drill.vtt", "WEBVTT\n").WithBody(block);

        Assert.Equal([(CourseFolder.Lesson, 16, code)], folder.Problems());
    }

    [Fact]
    public void A_video_needs_captions_and_gets_them()
    {
        folder.Write("doors/pictures/drill.mp4", MediaCleaner.Clean(TestMedia.Mp4WithSecrets())!.Bytes).Write("doors/pictures/drill.vtt", "WEBVTT\n");

        var html = folder.Html("::: video drill.mp4 drill.vtt 一次演练\n学生沿楼梯下楼\n:::");

        Assert.Contains("<track kind=\"captions\"", html, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"学生沿楼梯下楼\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("door.png", "<svg onload=alert(1)>", "media-unsafe")]
    [InlineData("door.svg", "<svg onload=alert(1)>", "file-unexpected")]
    public void An_unsafe_picture_is_named(string name, string content, string code)
    {
        folder.Write($"doors/pictures/{name}", content);

        Assert.Equal([($"doors/pictures/{name}", 1, code)], folder.Problems());
    }

    [Fact]
    public void A_picture_with_metadata_is_a_warning_and_changes_the_version()
    {
        var before = folder.Accepted().Content.Hash;
        folder.Write("doors/pictures/door.png", TestMedia.PngWithSecrets());

        Assert.Equal([("doors/pictures/door.png", 1, "media-metadata")], folder.Problems());
        Assert.NotEqual(before, folder.Accepted().Content.Hash);
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void A_table_too_wide_for_a_phone_is_a_warning(int columns, bool isTooWide)
    {
        string Row(string cell) => $"|{string.Concat(Enumerable.Repeat($" {cell} |", columns))}";
        folder.WithBody($"先看表。\n\n{Row("项")}\n{Row("---")}\n{Row("值")}");

        Assert.Equal(isTooWide ? [(CourseFolder.Lesson, 18, "table-too-wide")] : [], folder.Problems());
        folder.Accepted();
    }
}
