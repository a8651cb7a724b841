using System.Text.RegularExpressions;

namespace TrainingHub.UnitTests.Guards;

/// <summary>A key, or with <c>*</c> a pattern of keys (made from an interpolated string), that a file asks for.</summary>
internal sealed record TextUse(string Path, string Key)
{
    public bool Matches(string key) => Regex.IsMatch(key, $"^{Regex.Escape(Key).Replace(@"\*", ".+")}$");
}
