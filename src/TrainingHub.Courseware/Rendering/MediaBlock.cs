using System.Globalization;
using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using TrainingHub.Courseware.Media;

namespace TrainingHub.Courseware.Rendering;

/// <summary>
/// A picture or video with its caption: <c>::: picture door.jpg 说明</c> and <c>::: video drill.mp4 drill.vtt 说明</c>. The words inside the block
/// say what there is to see, for those who do not see it.
/// </summary>
internal sealed record MediaBlock(MediaFile File, MediaFile? Captions, string Alternative, string Caption)
{
    public static bool IsMedia(string? info) => info is "picture" or "video";

    /// <summary>Null when something is missing, which is then in the log.</summary>
    public static MediaBlock? Read(CustomContainer block, MediaShelf shelf, Place place, ProblemLog log)
    {
        var isVideo = block.Info is "video";
        var words = (block.Arguments ?? "").Split(' ', isVideo ? 3 : 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var alternative = string.Concat(block.Descendants<LeafInline>().Select(TextOf)).Trim();
        if (words.Length < (isVideo ? 2 : 1))
        {
            log.Error(
                place,
                "media-block-incomplete",
                (isVideo ? "视频块没有写全视频文件和字幕文件。" : "图片块没有写文件名。", isVideo ? "The video block does not name a video and its captions." : "The picture block names no file."),
                (isVideo ? "写成“::: video 文件.mp4 字幕.vtt 说明”。" : "写成“::: picture 文件.jpg 说明”。", isVideo ? "Write '::: video file.mp4 captions.vtt caption'." : "Write '::: picture file.jpg caption'."));
            return null;
        }

        if (alternative.Length is 0)
        {
            log.Error(
                place,
                "media-alternative-missing",
                ("没有写替代文字，看不见图的人不知道画面是什么。", "There is no alternative text for those who cannot see it."),
                ("在块的中间用一句话写出画面上有什么。", "Say in a sentence inside the block what there is to see."));
        }

        var file = shelf.Find(words[0], place, log, isVideo ? [MediaKind.Mp4] : [MediaKind.Jpeg, MediaKind.Png]);
        var captions = isVideo ? shelf.Find(words[1], place, log, MediaKind.Captions) : null;
        return file is null || (isVideo && captions is null) ? null : new MediaBlock(file, captions, alternative, words.ElementAtOrDefault(isVideo ? 2 : 1) ?? "");
    }

    public void Write(HtmlRenderer renderer, MediaShelf shelf)
    {
        renderer.Write("<figure class=\"th-figure\">");
        if (Captions is null)
        {
            renderer.Write("<img src=\"").WriteEscapeUrl(shelf.AddressOf(File)).Write("\" alt=\"").WriteEscape(Alternative);
            renderer.Write(string.Create(CultureInfo.InvariantCulture, $"\" width=\"{File.Width}\" height=\"{File.Height}\" loading=\"lazy\" decoding=\"async\">"));
        }
        else
        {
            renderer.Write("<video controls preload=\"metadata\" playsinline aria-label=\"").WriteEscape(Alternative).Write("\" src=\"").WriteEscapeUrl(shelf.AddressOf(File)).Write("\">");
            renderer.Write("<track kind=\"captions\" srclang=\"zh-Hans\" label=\"字幕\" default src=\"").WriteEscapeUrl(shelf.AddressOf(Captions)).Write("\"></video>");
        }

        if (Caption.Length > 0)
        {
            renderer.Write("<figcaption>").WriteEscape(Caption).Write("</figcaption>");
        }

        renderer.WriteLine("</figure>");
    }

    private static string TextOf(LeafInline inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        LineBreakInline => " ",
        _ => "",
    };
}
