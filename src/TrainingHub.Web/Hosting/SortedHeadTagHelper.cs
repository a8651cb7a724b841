using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TrainingHub.Hosting;

/// <summary>
/// <c>&lt;tr sorted-by="order.Column" is-down="order.IsDown"&gt;&lt;th sort="RosterSort.Name"&gt;姓名&lt;/th&gt;</c>: heads that are links to the
/// same list in another order. The rest of the address stays, but for the page: another order begins at its first.
/// </summary>
[HtmlTargetElement("tr", Attributes = "sorted-by")]
public sealed class SortedHeadTagHelper : TagHelper
{
    public required Enum SortedBy { get; set; }
    public bool IsDown { get; set; }

    /// <summary>The parameter of the address that says the order, where a page holds more than one table.</summary>
    public string Parameter { get; set; } = "sort";

    /// <summary>Where the list stands, when it is shown in answer to a form that was sent elsewhere; null for the address of the request.</summary>
    public string? Path { get; set; }

    /// <summary>Where on the page the list begins, without #.</summary>
    public string? Fragment { get; set; }

    public override void Init(TagHelperContext context) => context.Items[typeof(SortedHeadTagHelper)] = this;

    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Attributes.SetAttribute("class", "th-sorts");
}
