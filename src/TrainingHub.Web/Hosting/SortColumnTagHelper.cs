using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;

namespace TrainingHub.Hosting;

/// <summary>One head of <see cref="SortedHeadTagHelper"/>.</summary>
[HtmlTargetElement("th", Attributes = "sort")]
public sealed class SortColumnTagHelper : TagHelper
{
    public required Enum Sort { get; set; }

    /// <summary>Whether the first press sorts downwards, as is wanted of numbers.</summary>
    public bool DownFirst { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var head = (SortedHeadTagHelper)context.Items[typeof(SortedHeadTagHelper)];
        var isSorted = Sort.Equals(head.SortedBy);
        var icon = (isSorted, head.IsDown) switch
        {
            (false, _) => "",
            (true, false) => """<svg class="icon" aria-hidden="true"><use href="/icons.svg#arrow-up"/></svg>""",
            (true, true) => """<svg class="icon" aria-hidden="true"><use href="/icons.svg#arrow-down"/></svg>""",
        };
        output.Attributes.SetAttribute("scope", "col");
        output.Attributes.SetAttribute("data-sort", Sort.ToString());
        if (isSorted)
        {
            output.Attributes.SetAttribute("aria-sort", head.IsDown ? "descending" : "ascending");
        }

        var link = new TagBuilder("a");
        link.Attributes["href"] = Address(Sorting.Written(Sort, isSorted ? !head.IsDown : DownFirst), head);
        link.InnerHtml.AppendHtml(await output.GetChildContentAsync()).AppendHtml(icon);
        output.Content.SetHtmlContent(link);
    }

    private string Address(string order, SortedHeadTagHelper head)
    {
        var request = ViewContext.HttpContext.Request;
        var rest = request.Query.Where(pair => pair.Key is not "page" && !string.Equals(pair.Key, head.Parameter, StringComparison.Ordinal)).SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value)));
        return QueryHelpers.AddQueryString(request.PathBase + (head.Path ?? request.Path), rest.Append(KeyValuePair.Create<string, string?>(head.Parameter, order)))
            + (head.Fragment is { } fragment ? "#" + fragment : "");
    }
}
