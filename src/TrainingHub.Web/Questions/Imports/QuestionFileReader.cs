using System.IO.Compression;
using TrainingHub.Courseware.Exchange;

namespace TrainingHub.Questions.Imports;

/// <summary>Reads an upload, whichever of the formats it is in.</summary>
internal static class QuestionFileReader
{
    public static ForeignReading Read(byte[] bytes, IReadOnlyList<TableColumn>? columns) =>
        (ForeignFile.IsArchive(bytes) && !IsPackage(bytes)) || bytes is [0xD0, 0xCF, 0x11, 0xE0, ..]
            ? ForeignFile.Limit(WorkbookRows.Read(bytes, columns))
            : ForeignFile.Read(bytes, columns);

    private static bool IsPackage(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return zip.GetEntry("[Content_Types].xml") is null;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
