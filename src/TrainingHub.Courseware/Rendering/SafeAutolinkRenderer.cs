using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

namespace TrainingHub.Courseware.Rendering;

/// <summary>Addresses in angle brackets: linked when allowed, else plain text.</summary>
internal sealed class SafeAutolinkRenderer : AutolinkInlineRenderer
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline link)
    {
        if (!link.IsEmail && SafeAddress.IsSafe(link.Url))
        {
            base.Write(renderer, link);
        }
        else
        {
            renderer.WriteEscape(link.Url);
        }
    }
}
