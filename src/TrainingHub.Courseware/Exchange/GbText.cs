using System.Text;

namespace TrainingHub.Courseware.Exchange;

/// <summary>Text in GB18030, the national encoding.</summary>
public static class GbText
{
    /// <summary>Fails at what is no text in it.</summary>
    public static Encoding Strict { get; } = Open();

    /// <summary>Whether a text comes back from it as it went.</summary>
    public static bool Carries(string text)
    {
        try
        {
            return string.Equals(Strict.GetString(Strict.GetBytes(text)), text, StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is EncoderFallbackException or DecoderFallbackException)
        {
            return false;
        }
    }

    private static Encoding Open()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }
}
