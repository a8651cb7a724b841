using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TrainingHub.Hosting;

/// <summary>
/// <c>&lt;bar done="84.1" goal="100"/&gt;</c>: a bar as SVG whose numbers are attributes, so that no inline style is needed and print keeps it.
/// The number itself stands beside it as text.
/// </summary>
[HtmlTargetElement("bar", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BarTagHelper : TagHelper
{
    /// <summary>Filled part in percent, 0 to 100; null draws the dashed bar of what is not declared.</summary>
    public decimal? Done { get; set; }

    /// <summary>Place of the target tick in percent; null for none.</summary>
    public decimal? Goal { get; set; }

    /// <summary>thin or tall; empty for the usual height.</summary>
    public string Size { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Size.Length == 0 ? "th-bar" : $"th-bar {Size}");
        output.Attributes.SetAttribute("viewBox", "0 0 100 10");
        output.Attributes.SetAttribute("preserveAspectRatio", "none");
        output.Attributes.SetAttribute("aria-hidden", "true");
        var drawing = Done is { } done
            ? $"<rect class=\"rest\" width=\"100\" height=\"10\"/><rect class=\"done\" width=\"{Number(Math.Clamp(done, 0, 100))}\" height=\"10\"/>"
            : "<rect class=\"none\" width=\"100\" height=\"10\"/>";
        if (Goal is { } goal)
        {
            drawing += $"<line class=\"goal\" x1=\"{Number(goal)}\" x2=\"{Number(goal)}\" y1=\"-3\" y2=\"13\"/>";
        }

        output.Content.SetHtmlContent(drawing);
    }

    private static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
