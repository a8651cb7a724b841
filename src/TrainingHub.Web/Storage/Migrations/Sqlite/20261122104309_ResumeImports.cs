using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrainingHub.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ResumeImports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Imports under way were staged in another order and another form: they are given up, what they wrote stays.
            migrationBuilder.Sql("UPDATE \"RosterImports\" SET \"State\" = 5 WHERE \"State\" IN (1, 2, 3, 6)");
            migrationBuilder.Sql("DELETE FROM \"RosterImportParts\"");

            migrationBuilder.DropIndex(
                name: "IX_RosterImportRows_ImportId_Verdict_IsApplied",
                table: "RosterImportRows");

            // By SQLite itself, within the transaction: EF Core would build the tables anew outside of one.
            migrationBuilder.Sql("ALTER TABLE \"RosterImportRows\" DROP COLUMN \"IsApplied\"");

            migrationBuilder.Sql("ALTER TABLE \"RosterImportParts\" DROP COLUMN \"Json\"");

            migrationBuilder.AddColumn<byte[]>(
                name: "Content",
                table: "RosterImportParts",
                type: "BLOB",
                maxLength: 4000000,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<DateTime>(
                name: "AddedWrittenAt",
                table: "RosterImports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedWrittenAt",
                table: "RosterImports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "EndedWrittenAt",
                table: "RosterImports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DoneBefore",
                table: "RosterImports",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "UnitMeanings",
                table: "RosterImports",
                type: "TEXT",
                maxLength: 200000,
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateTable(
                name: "RosterImportUnits",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RosterImportUnits", x => new { x.ImportId, x.OrganizationId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_RosterImportRows_ImportId_Verdict_Reason",
                table: "RosterImportRows",
                columns: new[] { "ImportId", "Verdict", "Reason" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DELETE FROM \"RosterImportParts\"");

            migrationBuilder.DropTable(
                name: "RosterImportUnits");

            migrationBuilder.DropIndex(
                name: "IX_RosterImportRows_ImportId_Verdict_Reason",
                table: "RosterImportRows");

            migrationBuilder.Sql("ALTER TABLE \"RosterImports\" DROP COLUMN \"AddedWrittenAt\"");

            migrationBuilder.Sql("ALTER TABLE \"RosterImports\" DROP COLUMN \"ChangedWrittenAt\"");

            migrationBuilder.Sql("ALTER TABLE \"RosterImports\" DROP COLUMN \"DoneBefore\"");

            migrationBuilder.Sql("ALTER TABLE \"RosterImports\" DROP COLUMN \"EndedWrittenAt\"");

            migrationBuilder.Sql("ALTER TABLE \"RosterImports\" DROP COLUMN \"UnitMeanings\"");

            migrationBuilder.Sql("ALTER TABLE \"RosterImportParts\" DROP COLUMN \"Content\"");

            migrationBuilder.AddColumn<string>(
                name: "Json",
                table: "RosterImportParts",
                type: "TEXT",
                maxLength: 4000000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsApplied",
                table: "RosterImportRows",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "IX_RosterImportRows_ImportId_Verdict_IsApplied",
                table: "RosterImportRows",
                columns: new[] { "ImportId", "Verdict", "IsApplied" });
        }
    }
}
