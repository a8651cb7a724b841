using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TrainingHub.Hosting;

/// <summary>
/// <c>&lt;field for="Name" label="…" hint="…"&gt;input&lt;/field&gt;</c>: label, hint, error, then the input, as forms here are built.
/// </summary>
[HtmlTargetElement("field")]
public sealed class FieldTagHelper : TagHelper
{
    public required ModelExpression For { get; set; }
    public required string Label { get; set; }

    /// <summary>The name under which the input is sent, where it is not that of the model's property.</summary>
    public string? Name { get; set; }
    public string? Hint { get; set; }

    /// <summary>Whether the field is a set of boxes: the label is then a legend.</summary>
    public bool Group { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var name = Name ?? ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        var errors = ViewContext.ModelState.TryGetValue(name, out var entry) ? entry.Errors : null;
        var isBad = errors is { Count: > 0 };
        output.TagName = Group ? "fieldset" : "div";
        output.Attributes.SetAttribute("class", isBad ? "th-field bad" : "th-field");
        var content = await output.GetChildContentAsync();
        output.Content.AppendHtml(Element(Group ? "legend" : "label", "form-label", Label, Group ? null : id));
        if (!string.IsNullOrEmpty(Hint))
        {
            output.Content.AppendHtml(Element("span", "form-hint", Hint, null));
        }

        if (errors is { Count: > 0 })
        {
            output.Content.AppendHtml(Element("span", "invalid-feedback", errors[0].ErrorMessage, null));
        }

        output.Content.AppendHtml(content);
    }

    private static TagBuilder Element(string tag, string style, string text, string? target)
    {
        var element = new TagBuilder(tag);
        element.AddCssClass(style);
        element.InnerHtml.Append(text);
        if (target is not null)
        {
            element.Attributes["for"] = target;
        }

        return element;
    }
}
