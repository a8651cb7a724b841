using System.Text;

namespace TrainingHub.Courseware.Exchange;

/// <summary>Signs of GIFT that are meant as they are: <c>\~ \= \# \{ \} \: \n \\</c>. While a text is taken apart they lie in the private use area.</summary>
internal static class GiftText
{
    private const string Signs = "~=#{}:\\";
    private const char First = '\uE100';
    private const char LineBreak = '\uE1FF';

    public static string Write(string text)
    {
        var written = new StringBuilder(text.Length + 8);
        foreach (var sign in text)
        {
            if (sign is '\n')
            {
                written.Append("\\n");
            }
            else if (Signs.Contains(sign, StringComparison.Ordinal))
            {
                written.Append('\\').Append(sign);
            }
            else
            {
                written.Append(sign);
            }
        }

        return written.ToString();
    }

    /// <summary>Puts what is meant as it is out of the way.</summary>
    public static string Hide(string text)
    {
        var hidden = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var next = at + 1 < text.Length ? text[at + 1] : '\0';
            if (text[at] is '\\' && next is 'n')
            {
                hidden.Append(LineBreak);
                at++;
            }
            else if (text[at] is '\\' && Signs.IndexOf(next, StringComparison.Ordinal) is >= 0 and var sign)
            {
                hidden.Append((char)(First + sign));
                at++;
            }
            else if (text[at] is not (>= First and <= LineBreak))
            {
                hidden.Append(text[at]);
            }
        }

        return hidden.ToString();
    }

    public static string Show(string text) =>
        string.Concat(text.Select(sign => sign is LineBreak ? '\n' : sign >= First && sign < First + Signs.Length ? Signs[sign - First] : sign));
}
