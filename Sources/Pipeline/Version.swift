/// The program's version: raised whenever a part could come out otherwise.
package let programVersion = "0.3.0"
