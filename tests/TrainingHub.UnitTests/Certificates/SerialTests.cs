using TrainingHub.Certificates;

namespace TrainingHub.UnitTests.Certificates;

public sealed class SerialTests
{
    private static readonly string Prefix = Serial.Prefix("云", "369900", 2026, CertificateCategory.Rotation);

    [Fact]
    public void Says_province_region_year_category_number_and_check_digit()
    {
        Assert.Matches("^云校安训-369900-2026-01-000123-[0-9]$", Serial.Of(Prefix, 123));
    }

    [Fact]
    public void Check_digits_stay_what_they_are()
    {
        Assert.Equal(["云校安训-369900-2026-01-000001-8", "云校安训-369900-2026-01-000002-6", "云校安训-369900-2026-01-1000000-1"], [Serial.Of(Prefix, 1), Serial.Of(Prefix, 2), Serial.Of(Prefix, 1_000_000)]);
    }

    [Fact]
    public void Notices_every_single_wrong_digit()
    {
        foreach (var serial in Samples())
        {
            foreach (var place in PlacesOfDigits(serial))
            {
                Assert.All("0123456789".Where(digit => digit != serial[place]), digit => Assert.False(Serial.IsPlausible(With(serial, place, digit))));
            }
        }
    }

    [Fact]
    public void Notices_every_swap_of_neighbouring_digits()
    {
        foreach (var serial in Samples())
        {
            var places = PlacesOfDigits(serial);
            foreach (var (left, right) in places.Zip(places.Skip(1)).Where(pair => serial[pair.First] != serial[pair.Second]))
            {
                Assert.False(Serial.IsPlausible(With(With(serial, left, serial[right]), right, serial[left])), serial);
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("7Q4M2KXD9TPAAAAA")]
    [InlineData("云校安训")]
    [InlineData("-5")]
    public void Knows_what_is_no_serial(string text) => Assert.Null(Serial.Read(text));

    [Fact]
    public void Reads_full_width_spaced_and_otherwise_dashed_serials()
    {
        var serial = Serial.Of(Prefix, 42);

        Assert.Equal(serial, Serial.Read($" {serial} "));
        Assert.Equal(serial, Serial.Read(serial.Replace('-', '－')));
        Assert.Equal(serial, Serial.Read(serial.Replace("-", " — ", StringComparison.Ordinal)));
        Assert.Equal(serial, Serial.Read(string.Concat(serial.Select(character => char.IsAsciiDigit(character) ? (char)(character - '0' + '０') : character))));
    }

    [Theory]
    [InlineData("36990")]
    [InlineData("3699000")]
    [InlineData("36990x")]
    public void Wants_a_region_of_six_digits(string region) =>
        Assert.Throws<ArgumentException>(() => Serial.Prefix("云", region, 2026, CertificateCategory.Rotation));

    [Fact]
    public void Counts_from_one() => Assert.Throws<ArgumentOutOfRangeException>(() => Serial.Of(Prefix, 0));

    private static IEnumerable<string> Samples() =>
        new[] { 1, 9, 10, 98, 123, 4567, 65_432, 987_654, 1_000_000, 2_147_483_647 }.Select(number => Serial.Of(Prefix, number))
            .Concat(Enumerable.Range(1, 300).Select(number => Serial.Of(Serial.Prefix("豫", "411003", 2027, CertificateCategory.Session), number * 331)));

    private static List<int> PlacesOfDigits(string serial) => [.. Enumerable.Range(0, serial.Length).Where(place => char.IsAsciiDigit(serial[place]))];

    private static string With(string text, int place, char character) => $"{text[..place]}{character}{text[(place + 1)..]}";
}
