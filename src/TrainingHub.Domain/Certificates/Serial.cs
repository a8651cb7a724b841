using System.Globalization;

namespace TrainingHub.Certificates;

/// <summary>
/// 编号: <c>{省简称}校安训-{区划}-{年}-{类别}-{流水}-{校验}</c>. The counter runs per prefix (region, year, category); the check digit follows
/// ISO 7064 MOD 11,10 over all digits before it, so that one wrong digit and two neighbours swapped are noticed.
/// </summary>
public static class Serial
{
    /// <summary>Everything before the running number.</summary>
    /// <param name="province">省简称, one or two characters.</param>
    /// <param name="region">Six digits.</param>
    /// <param name="year">Of the day of issue in the zone.</param>
    public static string Prefix(string province, string region, int year, CertificateCategory category)
    {
        if (region.Length != 6 || !region.All(char.IsAsciiDigit))
        {
            throw new ArgumentException("A region has six digits.", nameof(region));
        }

        return string.Create(CultureInfo.InvariantCulture, $"{province}校安训-{region}-{year:0000}-{(int)category:00}");
    }

    /// <summary>The whole serial.</summary>
    /// <param name="number">From 1; printed with at least six digits.</param>
    public static string Of(string prefix, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        var digits = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{number:000000}");
        return $"{digits}-{CheckDigit(digits)}";
    }

    /// <summary>Whether the check digit fits. False for anything that is not shaped like a serial.</summary>
    public static bool IsPlausible(string serial) =>
        serial is [.., '-', var check] && char.IsAsciiDigit(check) && serial[..^2] is var rest && rest.Any(char.IsAsciiDigit) && CheckDigit(rest) == check;

    private static char CheckDigit(string text)
    {
        var product = 10;
        foreach (var digit in text.Where(char.IsAsciiDigit))
        {
            var sum = (product + digit - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return (char)('0' + (11 - product) % 10);
    }
}
