using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace TrainingHub.Questions.Answers;

/// <summary>A stem as pages show it: its text, and the number of each blank in the blank's place. A paper has dozens, so it writes itself instead of being a view.</summary>
/// <param name="pieces">The text between the blanks.</param>
internal sealed class StemContent(IReadOnlyList<string> pieces) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        for (var at = 0; at < pieces.Count; at++)
        {
            if (at > 0)
            {
                writer.Write("<span class=\"quiz-blank\"><span class=\"visually-hidden\">（</span>");
                writer.Write(at.ToString(CultureInfo.InvariantCulture));
                writer.Write("<span class=\"visually-hidden\">）</span></span>");
            }

            encoder.Encode(writer, pieces[at]);
        }
    }
}
